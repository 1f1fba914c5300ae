/** The frozen edges of the map: phases and activities along the top, lanes down the left, the persona in the corner. */
import { useEditor, useValue } from '@tldraw/editor'
import { Plus } from 'lucide-react'
import type { CSSProperties } from 'react'
import { readableInk } from '../../layout/colour.ts'
import { phaseColour, toneColour } from '../../layout/theme.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { useMapSession, useMapTheme } from '../session/SessionContext.ts'
import type { Screen } from '../camera/frames.ts'
import { type HeadWords, headWords, railWords } from './headWords.ts'
import { PersonaCorner } from './PersonaCorner.tsx'
import { cornerOf } from './headHit.ts'
import type { HeadRows, Span } from './headRows.ts'
import { headScale, type HeadSpans, headSpans, railWidth } from './headSpans.ts'
import './StickyHeads.css'

export function StickyHeads() {
  const editor = useEditor()
  const session = useMapSession()
  const screen = useValue('screen', () => {
    const { w, h } = editor.getViewportScreenBounds()
    return { width: w, height: h }
  }, [editor])
  const heads = useValue('sticky heads', () => headSpans(session.layout.get(), editor.getCamera(), screen), [
    editor,
    session,
    screen,
  ])
  const style = {
    '--map-rail': `${railWidth(screen)}px`,
    '--map-corner': `${cornerOf(heads, screen).height}px`,
    '--map-head': headScale(screen),
  } as CSSProperties
  return (
    <div className="map-heads" style={style} aria-hidden="true">
      {heads.top === null ? null : <TopBar top={heads.top} screen={screen} />}
      {heads.left === null ? null : <LaneRail left={heads.left} screen={screen} />}
      <PersonaCorner />
    </div>
  )
}

interface TopBarProps {
  readonly top: NonNullable<HeadSpans['top']>
  readonly screen: Screen
}

function TopBar({ top, screen }: TopBarProps) {
  const session = useMapSession()
  const theme = useMapTheme()
  const layout = useValue(session.layout)
  const snapshot = useValue(session.snapshot)
  const { rows } = top
  return (
    <div className="map-bar" style={barStyle(rows, screen)}>
      <div className="map-bar__phases" style={down(rows.phases)}>
        {top.phases.map(({ phaseId, ...span }) => {
          const phase = layout.phases.find((each) => each.phaseId === phaseId)
          const fill = phaseColour(theme, phase?.colour ?? null, phase?.rank ?? 0)
          return (
            <div key={phaseId} className="map-bar__phase" style={{ ...across(span), background: fill }}>
              <span
                className="map-bar__label"
                style={{ color: readableInk(fill), lineHeight: `${rows.phases.length - 4}px` }}
              >
                {snapshot.phases.get(phaseId)?.title}
              </span>
            </div>
          )
        })}
      </div>
      {rows.activities === null ? null : <Activities top={top} row={rows.activities} screen={screen} />}
    </div>
  )
}

interface ActivitiesProps extends TopBarProps {
  readonly row: Span
}

function Activities({ top: { activities, slots }, row, screen }: ActivitiesProps) {
  const session = useMapSession()
  const theme = useMapTheme()
  const snapshot = useValue(session.snapshot)
  const texts = activities.map(({ activityId }) => snapshot.activities.get(activityId)?.text ?? '')
  const { size, lines } = headWords(texts, activities[0]?.length ?? 0, screen)
  const canEdit = useValue(session.canEdit)
  const words = { '--map-words': `${size}px`, '--map-words-lines': lines } as CSSProperties
  return (
    <div className="map-bar__activities" style={{ ...down(row), ...words }}>
      {(canEdit ? slots : []).map((span) => (
        <div key={span.start} className="map-bar__slot" style={across(span)}>
          <Plus />
        </div>
      ))}
      {activities.map(({ activityId, ...span }, index) => (
        <div
          key={activityId}
          className="map-bar__activity"
          style={{ ...across(span), background: theme.activity, color: theme.activityInk }}
        >
          <span className="map-bar__words">{texts[index]}</span>
        </div>
      ))}
    </div>
  )
}

interface LaneRailProps {
  readonly left: NonNullable<HeadSpans['left']>
  readonly screen: Screen
}

function LaneRail({ left, screen }: LaneRailProps) {
  const session = useMapSession()
  const theme = useMapTheme()
  const t = useTranslate()
  const layout = useValue(session.layout)
  const snapshot = useValue(session.snapshot)
  return (
    <div className="map-rail" style={{ ...down(left), ...across(left.across) }}>
      {left.lanes.map(({ laneId, start, length }) => {
        const lane = layout.lanes.find((each) => each.laneId === laneId)
        const words = railWords(length, screen)
        const tone = lane === undefined ? theme.line : toneColour(theme, lane.tone)
        return (
          <div
            key={laneId}
            className="map-rail__lane"
            style={{ top: start, height: length, borderColor: tone }}
          >
            {words === null ? null : (
              <span className="map-rail__label" style={railStyle(words)}>
                {snapshot.lanes.get(laneId)?.title || joined(lane?.text.lines) || t('canvas.unnamedLane')}
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

function railStyle({ size, lines }: HeadWords): CSSProperties {
  return { fontSize: size, WebkitLineClamp: lines }
}

/** At the edge it lies over everything that passes below it; over the map's own titles it covers those alone. */
function barStyle({ across: own, end }: HeadRows, screen: Screen): CSSProperties {
  if (own === null) return { height: end }
  return {
    height: end,
    boxShadow: 'none',
    clipPath: `inset(0 ${screen.width - own.start - own.length}px 0 ${own.start}px)`,
  }
}

function down({ start, length }: Span): CSSProperties {
  return { top: start, height: length }
}

function across({ start, length }: Span): CSSProperties {
  return { left: start, width: length }
}

/** The layout's own words for a lane without a title, put together again. */
function joined(lines: readonly { readonly text: string; readonly hyphen: boolean }[] | undefined): string {
  return (lines ?? []).reduce((text, line, index, all) => {
    const glue = index === 0 || all[index - 1]?.hyphen === true ? '' : ' '
    return text + glue + line.text
  }, '')
}
