/** What a format lets people choose: which journey, how large a picture. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { type ExportFormat, isOfOneJourney, PICTURE_WIDTHS } from './exportChoices.ts'

export interface JourneyChoice {
  readonly id: string
  readonly title: string
}

export interface ExportOptionsProps {
  readonly format: ExportFormat
  readonly journeys: readonly JourneyChoice[]
  readonly journeyId: string
  readonly onJourney: (id: string) => void
  readonly pixels: number
  readonly onPixels: (pixels: number) => void
  readonly disabled: boolean
}

export function ExportOptions(props: ExportOptionsProps) {
  const { format, journeys, journeyId, onJourney, pixels, onPixels, disabled } = props
  const t = useTranslate()
  return (
    <>
      {isOfOneJourney(format) && journeys.length > 1 ? (
        <SelectField
          label={t('exportDialog.journey')}
          value={journeyId}
          options={journeys.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={onJourney}
          disabled={disabled}
        />
      ) : null}
      {format === 'png' ? (
        <SelectField
          label={t('exportDialog.width')}
          value={String(pixels)}
          options={PICTURE_WIDTHS.map((width) => ({
            value: String(width),
            label: t('exportDialog.pixels', { n: width }),
          }))}
          onChange={(width) => onPixels(Number(width))}
          disabled={disabled}
        />
      ) : null}
    </>
  )
}
