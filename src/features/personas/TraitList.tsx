/** Where a persona stands between pairs of poles; one write when the slider is let go. */
import { Plus, Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addTrait } from '../../model/commands/addTrait.ts'
import { editRecord } from '../../model/commands/editRecord.ts'
import type { PersonaId } from '../../model/records/persona.ts'
import type { Trait } from '../../model/records/trait.ts'
import { traitsOf } from '../../model/select/traitsOf.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { SliderField } from '../../ui/SliderField.tsx'

export function TraitList({
  personaId,
  mayWrite,
}: {
  readonly personaId: PersonaId
  readonly mayWrite: boolean
}) {
  const t = useTranslate()
  const run = useRun()
  const traits = useSnapshot((snapshot) => traitsOf(snapshot, personaId))
  return (
    <section className="et-stack" aria-label={t('personas.traits')}>
      <h3>{t('personas.traits')}</h3>
      <p className="et-field__hint">{t('personas.traitsHint')}</p>
      <ul className="et-traits">
        {traits.map((trait) => (
          <TraitRow key={trait.id} trait={trait} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite ? (
        <Button
          icon={<Plus />}
          onClick={() => run((workshop, actor) => addTrait(workshop, actor, { personaId }))}
        >
          {t('personas.addTrait')}
        </Button>
      ) : null}
    </section>
  )
}

function TraitRow({ trait, mayWrite }: { readonly trait: Trait; readonly mayWrite: boolean }) {
  const t = useTranslate()
  const run = useRun()
  const remove = useDelete()
  const edit = (patch: Partial<Pick<Trait, 'leftPole' | 'rightPole' | 'value'>>) =>
    run((workshop, actor) => editRecord(workshop, actor, { table: 'traits', id: trait.id, patch }))
  const poles = {
    left: trait.leftPole || t('personas.leftPole'),
    right: trait.rightPole || t('personas.rightPole'),
  }
  return (
    <li className="et-traits__row">
      {mayWrite ? (
        <div className="et-traits__poles">
          <LazyTextField
            label={t('personas.leftPole')}
            value={trait.leftPole}
            onCommit={(leftPole) => edit({ leftPole })}
          />
          <LazyTextField
            label={t('personas.rightPole')}
            value={trait.rightPole}
            onCommit={(rightPole) => edit({ rightPole })}
          />
          <IconButton
            label={t('personas.removeTrait', poles)}
            icon={<Trash2 />}
            tone="danger"
            onClick={() => remove({ table: 'traits', ids: [trait.id] })}
          />
        </div>
      ) : null}
      <SliderField
        label={t('personas.trait', poles)}
        left={poles.left}
        right={poles.right}
        value={trait.value}
        disabled={!mayWrite}
        onCommit={(value) => edit({ value })}
      />
    </li>
  )
}
