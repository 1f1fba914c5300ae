/** A new journey with the rows and phases of the one on the screen; it is shown at once. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addJourney } from '../../model/commands/addJourney.ts'
import type { Journey, JourneyId } from '../../model/records/journey.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { JOURNEY_KINDS } from './journeyKinds.ts'

export interface NewJourneyProps {
  readonly like: JourneyId | undefined
  readonly onAdded: (journeyId: JourneyId) => void
}

export function NewJourney({ like, onAdded }: NewJourneyProps) {
  const t = useTranslate()
  const run = useRun()
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<Journey['kind']>('target')
  const personaIds = useSnapshot((snapshot) =>
    like === undefined ? [] : (snapshot.journeys.get(like)?.personaIds ?? []),
  )
  const add = () => {
    if (title.trim() === '') return
    const fields = { title: title.trim(), kind, personaIds }
    const id = run((...by) => addJourney(...by, like === undefined ? { fields } : { fields, like }))
    if (id === null) return
    setTitle('')
    onAdded(id)
  }
  return (
    <form
      className="et-stack et-journeys__new"
      aria-label={t('journeys.add')}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={t('journeys.newName')}
        hint={t('journeys.newHint')}
        value={title}
        maxLength={200}
        onChange={setTitle}
      />
      <SelectField
        label={t('journeys.newKind')}
        value={kind}
        options={JOURNEY_KINDS.map(({ value, label }) => ({ value, label: t(label) }))}
        onChange={(value) => setKind(JOURNEY_KINDS.find((each) => each.value === value)?.value ?? kind)}
      />
      <Button type="submit" icon={<Plus />} disabled={title.trim() === ''}>
        {t('journeys.add')}
      </Button>
    </form>
  )
}
