/** Everything about one persona. */
import { Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRecord } from '../../bindings/useRecord.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { editRecord } from '../../model/commands/editRecord.ts'
import { linkRecords } from '../../model/commands/linkRecords.ts'
import type { Persona, PersonaId } from '../../model/records/persona.ts'
import { Button } from '../../ui/Button.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { DEMOGRAPHICS, INNER_TEXTS, QUOTE } from './personaFields.logic.ts'
import type { PersonaPictures } from './personaPictures.ts'
import { PersonaPicturesSection } from './PersonaPicturesSection.tsx'
import { PersonaTexts } from './PersonaTexts.tsx'
import { TraitList } from './TraitList.tsx'
import './Personas.css'

export interface PersonaFormProps {
  readonly personaId: PersonaId
  readonly pictures: PersonaPictures
  readonly onGone?: () => void
}

export function PersonaForm({ personaId, pictures, onGone }: PersonaFormProps) {
  const t = useTranslate()
  const remove = useDelete()
  const mayWrite = useMayWrite()
  const persona = useRecord('personas', personaId)
  if (persona === null) return null
  return (
    <div className="et-persona-form">
      <section className="et-stack" aria-label={t('personas.sectionWho')}>
        <NameAndRole persona={persona} mayWrite={mayWrite} />
        <PersonaTexts persona={persona} fields={[QUOTE]} mayWrite={mayWrite} />
        <OnMap persona={persona} mayWrite={mayWrite} />
        <PersonaTexts persona={persona} fields={[DEMOGRAPHICS]} mayWrite={mayWrite} />
      </section>
      <TraitList personaId={personaId} mayWrite={mayWrite} />
      <section className="et-stack" aria-label={t('personas.sectionInside')}>
        <h3>{t('personas.sectionInside')}</h3>
        <PersonaTexts persona={persona} fields={INNER_TEXTS} mayWrite={mayWrite} />
      </section>
      <PersonaPicturesSection persona={persona} mayWrite={mayWrite} pictures={pictures} />
      {mayWrite ? (
        <Button
          tone="danger"
          icon={<Trash2 />}
          onClick={() => (remove({ table: 'personas', ids: [personaId] }) ? onGone?.() : undefined)}
        >
          {t('personas.delete')}
        </Button>
      ) : null}
    </div>
  )
}

function NameAndRole({ persona, mayWrite }: { readonly persona: Persona; readonly mayWrite: boolean }) {
  const t = useTranslate()
  const run = useRun()
  const edit = (patch: Partial<Pick<Persona, 'name' | 'role'>>) =>
    run((workshop, actor) => editRecord(workshop, actor, { table: 'personas', id: persona.id, patch }))
  return (
    <div className="et-columns">
      <LazyTextField
        label={t('personas.name')}
        value={persona.name}
        readOnly={!mayWrite}
        onCommit={(name) => edit({ name })}
      />
      <LazyTextField
        label={t('personas.role')}
        value={persona.role}
        readOnly={!mayWrite}
        onCommit={(role) => edit({ role })}
      />
    </div>
  )
}

function OnMap({ persona, mayWrite }: { readonly persona: Persona; readonly mayWrite: boolean }) {
  const t = useTranslate()
  const run = useRun()
  const journey = useShownJourney()
  if (journey === null) return null
  const shown = journey.personaIds.includes(persona.id)
  return (
    <SwitchField
      label={
        shown
          ? t('personas.ofJourney', { journey: journey.title || t('map.unnamedJourney') })
          : t('personas.showOnMap')
      }
      checked={shown}
      disabled={!mayWrite}
      onChange={(show) =>
        run((workshop, actor) =>
          linkRecords(workshop, actor, {
            table: 'journeys',
            id: journey.id,
            field: 'personaIds',
            ...(show ? { add: [persona.id] } : { remove: [persona.id] }),
          }),
        )
      }
    />
  )
}
