/** Which lane sticky notes of a colour belong to: on a whiteboard the colour often says what kind of note it is. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Choice, NoteColourCount } from './importTools.ts'
import './NoteColours.css'

export interface NoteColoursProps {
  readonly colours: readonly NoteColourCount[]
  readonly lanes: readonly Choice[]
  /** Lanes by colour. */
  readonly chosen: Readonly<Record<string, string>>
  readonly onChosen: (chosen: Readonly<Record<string, string>>) => void
}

export function NoteColours({ colours, lanes, chosen, onChosen }: NoteColoursProps) {
  const t = useTranslate()
  if (colours.length === 0) return null
  return (
    <fieldset className="et-note-colours">
      <legend>{t('importDialog.colours')}</legend>
      <div className="et-note-colours__all">
        {colours.map(({ colour, count }) => (
          <div key={colour} className="et-note-colours__one">
            <span
              className="et-note-colours__swatch"
              style={{ background: shownAs(colour) }}
              aria-hidden="true"
            />
            <SelectField
              label={t('importDialog.colourNotes', { colour, n: count })}
              value={chosen[colour] ?? ''}
              options={[{ value: '', label: t('importDialog.colourSaysNothing') }, ...lanes]}
              onChange={(laneId) => onChosen({ ...chosen, [colour]: laneId })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** A name or number of a colour, or nothing: it stands where text from a file must not. */
function shownAs(colour: string): string {
  const plain = colour.replace(/[\s_-]/g, '')
  return /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.test(plain)
    ? `#${plain.replace('#', '')}`
    : /^[a-z]{3,20}$/.test(plain)
      ? plain
      : 'transparent'
}
