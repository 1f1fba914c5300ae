/**
 * The whole map as a structured, editable text: the equal of the canvas for screen readers, keyboards and everybody who
 * prefers it. Fields are the inspector's, handed in by the app.
 */
import { useMemo, useState } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addPhase } from '../../model/commands/addPhase.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { AddLine } from './AddLine.tsx'
import { OutlineContext } from './OutlineContext.ts'
import type { OutlineItem, RenderEditor } from './outlineItem.ts'
import { OutlinePhase, phaseAnchor } from './OutlinePhase.tsx'
import { ParkedCards, UnsortedPile } from './OutlineRest.tsx'
import './Outline.css'

export interface OutlinePanelProps {
  readonly renderEditor: RenderEditor
  /** Open from the beginning. */
  readonly initialItem?: OutlineItem | null
}

export function OutlinePanel({ renderEditor, initialItem = null }: OutlinePanelProps) {
  const t = useTranslate()
  const journey = useShownJourney()
  const [item, open] = useState<OutlineItem | null>(initialItem)
  const state = useMemo(() => ({ openId: item?.id ?? null, open, renderEditor }), [item, renderEditor])
  if (journey === null) return <p>{t('outline.noJourney')}</p>
  return (
    <OutlineContext value={state}>
      <div className="et-outline">
        <p className="et-outline__by">{t('outline.intro')}</p>
        <Phases journeyId={journey.id} />
      </div>
    </OutlineContext>
  )
}

function Phases({ journeyId }: { readonly journeyId: JourneyId }) {
  const t = useTranslate()
  const run = useRun()
  const mayWrite = useMayWrite()
  const phases = useSnapshot((snapshot) => activitiesByPhase(snapshot, journeyId).phases)
  return (
    <>
      <nav aria-label={t('outline.contents')} className="et-outline__contents">
        <ol>
          {phases.map(({ phase }, index) => (
            <li key={phase.id}>
              <a href={`#${phaseAnchor(index + 1)}`}>{phase.title || t('outline.untitledPhase')}</a>
            </li>
          ))}
        </ol>
      </nav>
      {phases.map((entry, index) => (
        <OutlinePhase
          key={entry.phase.id}
          entry={entry}
          journeyId={journeyId}
          number={index + 1}
          mayWrite={mayWrite}
        />
      ))}
      {mayWrite ? (
        <AddLine
          label={t('outline.newPhase')}
          button={t('outline.addPhase')}
          onAdd={(title) =>
            run((workshop, actor) => addPhase(workshop, actor, { journeyId, fields: { title } })) !== null
          }
        />
      ) : null}
      <UnsortedPile journeyId={journeyId} mayWrite={mayWrite} />
      <ParkedCards journeyId={journeyId} />
    </>
  )
}
