/** The pin under the finger with its value, while the others stay where they are. */
import { useValue } from '@tldraw/editor'
import { valueToY } from '../../layout/curveLayout.ts'
import { languageTag } from '../../i18n/translate.ts'
import { useLocale } from '../../i18n/useTranslate.ts'
import { columnOf } from '../hit/columnOf.ts'
import { useMapSession, useMapTheme } from '../session/SessionContext.ts'

export function PinPreview() {
  const session = useMapSession()
  const theme = useMapTheme()
  const locale = useLocale()
  const drag = useValue(session.pinDrag)
  const layout = useValue(session.layout)
  const column = drag === null ? undefined : columnOf(layout, drag.activityId)
  if (drag === null || layout.curve === null || column === undefined) return null
  const { plot } = layout.curve
  const em = layout.measures.textSize
  const x = column.x + column.width / 2
  const y = valueToY(plot, drag.value)
  return (
    <g className="map-pin">
      <line x1={column.x} x2={column.x + column.width} y1={y} y2={y} className="map-pin__level" />
      <circle
        cx={x}
        cy={y}
        r={em * 0.62}
        fill={theme.views[drag.view]}
        stroke={theme.sheet}
        strokeWidth={em * 0.14}
      />
      <text
        className="etappe-text"
        x={x + em}
        y={y - em * 0.4}
        fontSize={em * 1.3}
        fontWeight={700}
        fill={theme.ink}
      >
        {drag.value.toLocaleString(languageTag(locale))}
      </text>
    </g>
  )
}
