/** What the columns of a table of notes mean, and where notes go that do not say it themselves. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { type ImportTools, NOTE_ROLES, type NoteTable, type NoteWish } from './importTools.ts'
import './ImportTroubles.css'

const ROLE_TEXTS = {
  text: 'importDialog.roleText',
  more: 'importDialog.roleMore',
  activity: 'importDialog.roleActivity',
  lane: 'importDialog.roleLane',
  author: 'importDialog.roleAuthor',
  tag: 'importDialog.roleTag',
  skip: 'importDialog.roleSkip',
} as const

export interface NoteColumnsProps {
  readonly tools: ImportTools
  readonly table: NoteTable
  readonly wish: NoteWish
  readonly onWish: (wish: NoteWish) => void
}

export function NoteColumns({ tools, table, wish, onWish }: NoteColumnsProps) {
  const t = useTranslate()
  const [header = []] = table.sample
  const notes = table.rows - (wish.hasHeader ? 1 : 0)
  return (
    <div className="et-stack">
      <p>{t('importDialog.notesFound', { n: notes })}</p>
      {wish.roles.length > 1 ? (
        <SwitchField
          label={t('importDialog.hasHeader')}
          checked={wish.hasHeader}
          onChange={(hasHeader) => onWish({ ...wish, hasHeader })}
        />
      ) : null}
      <div className="et-import-columns">
        {wish.roles.map((role, index) => {
          const example = table.sample[wish.hasHeader ? 1 : 0]?.[index] ?? ''
          const name = wish.hasHeader ? (header[index] ?? '') : ''
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a column is its number
            <div key={index}>
              <SelectField
                label={name === '' ? t('importDialog.columnNumber', { n: index + 1 }) : name}
                value={role}
                options={NOTE_ROLES.map((one) => ({ value: one, label: t(ROLE_TEXTS[one]) }))}
                onChange={(value) => {
                  const chosen = NOTE_ROLES.find((one) => one === value) ?? 'skip'
                  onWish({ ...wish, roles: wish.roles.with(index, chosen) })
                }}
              />
              <p className="et-import-columns__sample">{example}</p>
            </div>
          )
        })}
      </div>
      {wish.roles.includes('text') ? null : <Callout tone="warning">{t('importDialog.needsText')}</Callout>}
      <SelectField
        label={t('importDialog.laneFor')}
        value={wish.laneId}
        options={[{ value: '', label: t('importDialog.parkingLot') }, ...tools.lanes]}
        onChange={(laneId) => onWish({ ...wish, laneId })}
      />
      <SelectField
        label={t('importDialog.activityFor')}
        value={wish.activityId}
        options={[{ value: '', label: t('importDialog.parkingLot') }, ...tools.activities]}
        onChange={(activityId) => onWish({ ...wish, activityId })}
      />
    </div>
  )
}
