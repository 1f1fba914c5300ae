/** The formats as a list to pick from: name, what it is good for. One column on a phone, two where there is room. */
import { RadioGroup } from 'radix-ui'
import { useId } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { EXPORT_FORMATS, EXPORT_TEXTS, type ExportFormat } from './exportChoices.ts'
import './FormatList.css'

export interface FormatListProps {
  readonly format: ExportFormat
  readonly disabled: boolean
  readonly onFormat: (format: ExportFormat) => void
}

export function FormatList({ format, disabled, onFormat }: FormatListProps) {
  const t = useTranslate()
  return (
    <RadioGroup.Root
      className="et-formats"
      aria-label={t('exportDialog.format')}
      value={format}
      disabled={disabled}
      onValueChange={(value) => {
        const known = EXPORT_FORMATS.find((candidate) => candidate === value)
        if (known !== undefined) onFormat(known)
      }}
    >
      {EXPORT_FORMATS.map((one) => (
        <Format key={one} format={one} />
      ))}
    </RadioGroup.Root>
  )
}

function Format({ format }: { readonly format: ExportFormat }) {
  const t = useTranslate()
  const textId = useId()
  const { title, text } = EXPORT_TEXTS[format]
  return (
    <RadioGroup.Item value={format} className="et-format" aria-label={t(title)} aria-describedby={textId}>
      <span className="et-format__title">{t(title)}</span>
      <span id={textId} className="et-format__text">
        {t(text)}
      </span>
    </RadioGroup.Item>
  )
}
