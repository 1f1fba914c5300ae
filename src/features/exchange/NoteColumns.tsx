/** What the columns of a table of notes mean, and where notes go that do not say it themselves. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { type MapStep, withRemembered } from './importSteps.ts'
import { ImportTroubles } from './ImportTroubles.tsx'
import { type Choice, type ImportTools, NOTE_ROLES, type NoteWish } from './importTools.ts'
import { NoteColours } from './NoteColours.tsx'
import './ImportTroubles.css'

const ROLE_TEXTS = {
  text: 'importDialog.roleText',
  more: 'importDialog.roleMore',
  phase: 'importDialog.rolePhase',
  activity: 'importDialog.roleActivity',
  lane: 'importDialog.roleLane',
  colour: 'importDialog.roleColour',
  author: 'importDialog.roleAuthor',
  tag: 'importDialog.roleTag',
  skip: 'importDialog.roleSkip',
} as const

export interface NoteColumnsProps {
  readonly tools: ImportTools
  readonly step: MapStep
  readonly onWish: (wish: NoteWish) => void
}

export function NoteColumns({ tools, step, onWish }: NoteColumnsProps) {
  const t = useTranslate()
  const { wish, target, found } = step
  const { table } = found
  const { lanes, activities } = tools.placesIn(target)
  return (
    <>
      <p>{t('importDialog.notesFound', { n: table.rows - (wish.hasHeader ? 1 : 0) })}</p>
      {table.notices.length > 0 ? <ImportTroubles troubles={table.notices} /> : null}
      {wish.roles.length > 1 ? (
        <SwitchField
          label={t('importDialog.hasHeader')}
          checked={wish.hasHeader}
          onChange={(hasHeader) => onWish({ ...wish, hasHeader })}
        />
      ) : null}
      <Columns step={step} onWish={(changed) => onWish(withRemembered(tools, target, changed))} />
      {wish.roles.includes('text') ? null : <Callout tone="warning">{t('importDialog.needsText')}</Callout>}
      <NoteColours
        colours={tools.coloursIn(wish)}
        lanes={lanes}
        chosen={wish.colours}
        onChosen={(colours) => onWish({ ...wish, colours })}
      />
      {target === 'here' ? (
        <SwitchField
          label={t('importDialog.makesMissing')}
          checked={wish.makesMissing}
          onChange={(makesMissing) => onWish({ ...wish, makesMissing })}
        />
      ) : null}
      <Elsewhere lanes={lanes} activities={activities} wish={wish} onWish={onWish} />
    </>
  )
}

function Columns({ step: { wish, found }, onWish }: Pick<NoteColumnsProps, 'step' | 'onWish'>) {
  const t = useTranslate()
  const { sample } = found.table
  const [header = []] = sample
  return (
    <div className="et-import-columns">
      {wish.roles.map((role, index) => {
        const example = sample[wish.hasHeader ? 1 : 0]?.[index] ?? ''
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
  )
}

interface ElsewhereProps {
  readonly lanes: readonly Choice[]
  readonly activities: readonly Choice[]
  readonly wish: NoteWish
  readonly onWish: (wish: NoteWish) => void
}

/** For notes that do not say where they belong. */
function Elsewhere({ lanes, activities, wish, onWish }: ElsewhereProps) {
  const t = useTranslate()
  const parkingLot = { value: '', label: t('importDialog.parkingLot') }
  return (
    <>
      <SelectField
        label={t('importDialog.laneFor')}
        value={wish.laneId}
        options={[parkingLot, ...lanes]}
        onChange={(laneId) => onWish({ ...wish, laneId })}
      />
      {activities.length === 0 ? null : (
        <SelectField
          label={t('importDialog.activityFor')}
          value={wish.activityId}
          options={[parkingLot, ...activities]}
          onChange={(activityId) => onWish({ ...wish, activityId })}
        />
      )}
    </>
  )
}
