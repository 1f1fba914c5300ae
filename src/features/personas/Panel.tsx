/** The personas of the workshop: choose one, fill it in, add another. */
import { Plus, UserRound } from 'lucide-react'
import { useState } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addPersona } from '../../model/commands/addPersona.ts'
import type { PersonaId } from '../../model/records/persona.ts'
import { orderedPersonas } from '../../model/select/orderedPersonas.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { PersonaForm } from './PersonaForm.tsx'
import type { PersonaPictures } from './personaPictures.ts'

export function PersonasPanel({ pictures }: { readonly pictures: PersonaPictures }) {
  const t = useTranslate()
  const run = useRun()
  const mayWrite = useMayWrite()
  const personas = useSnapshot(orderedPersonas)
  const journey = useShownJourney()
  const [chosen, setChosen] = useState<PersonaId | null>(null)
  const shown = personas.find((persona) => persona.id === chosen) ?? personas[0]
  const add = () => {
    const id = run((workshop, actor) =>
      addPersona(workshop, actor, journey === null ? {} : { journeyId: journey.id }),
    )
    if (id !== null) setChosen(id)
  }
  const addButton = mayWrite ? (
    <Button icon={<Plus />} onClick={add}>
      {t('personas.add')}
    </Button>
  ) : null
  if (shown === undefined) {
    return (
      <EmptyState icon={<UserRound />} title={t('personas.title')} action={addButton}>
        <p>{t('personas.intro')}</p>
      </EmptyState>
    )
  }
  return (
    <div className="et-stack">
      <div className="et-row">
        {personas.length > 1 ? (
          <Segmented
            label={t('personas.choose')}
            value={shown.id}
            options={personas.map(({ id, name }) => ({ value: id, label: name || t('personas.unnamed') }))}
            onChange={setChosen}
          />
        ) : null}
        {addButton}
      </div>
      <PersonaForm key={shown.id} personaId={shown.id} pictures={pictures} />
    </div>
  )
}
