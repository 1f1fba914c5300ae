/**
 * The agenda: the method's steps 0–12 as long as nobody changed them, with the moderator's changes on top. The words
 * of the default steps belong to the app's languages, so only their ids and time boxes stand here.
 */
import { memoByTables } from '../memoByTables.ts'
import type { AgendaStepEntry } from '../records/agendaStep.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'

/** Ids of the default steps; the app finds title, prompt and check by them. */
export const defaultSteps = [
  { id: 'welcome', minutes: 15 },
  { id: 'persona', minutes: 15 },
  { id: 'phases', minutes: 15 },
  { id: 'activities', minutes: 20 },
  { id: 'sort', minutes: 20 },
  { id: 'storyboard', minutes: 15 },
  { id: 'touchpoints', minutes: 20 },
  { id: 'expectations', minutes: 25 },
  { id: 'discuss', minutes: 20 },
  { id: 'ideas', minutes: 15 },
  { id: 'rate', minutes: 15 },
  { id: 'mark', minutes: 10 },
  { id: 'curve', minutes: 20 },
] as const

export type DefaultStepId = (typeof defaultSteps)[number]['id']

export interface AgendaStep {
  readonly id: string
  /** Set for a step of the method: the app has words for it. */
  readonly method: DefaultStepId | null
  /** Empty: the app's own words. */
  readonly title: string
  readonly prompt: string
  readonly minutes: number
  readonly order: number
}

function stepFrom(
  id: string,
  method: DefaultStepId | null,
  minutes: number,
  order: number,
  entry?: AgendaStepEntry,
): AgendaStep {
  return {
    id,
    method,
    title: entry?.title ?? '',
    prompt: entry?.prompt ?? '',
    minutes: entry?.minutes ?? minutes,
    order: entry?.order ?? order,
  }
}

export const agendaOf = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.agendaSteps],
  (snapshot): readonly AgendaStep[] => {
    const entries = new Map([...snapshot.agendaSteps.values()].map((entry) => [entry.stepId, entry]))
    const own = [...entries.values()].filter(
      (entry) => !defaultSteps.some((step) => step.id === entry.stepId),
    )
    const steps = [
      ...defaultSteps.map((step, index) =>
        stepFrom(step.id, step.id, step.minutes, index, entries.get(step.id)),
      ),
      ...own.map((entry) => stepFrom(entry.stepId, null, 10, defaultSteps.length, entry)),
    ]
    return steps
      .filter((step) => entries.get(step.id)?.removed !== true)
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  },
)

/** The step the workshop is at; the first one until the moderator says otherwise or when the chosen one was removed. */
export function currentStep(snapshot: WorkshopSnapshot): AgendaStep | null {
  const steps = agendaOf(snapshot)
  return steps.find((step) => step.id === snapshot.stage.stepId) ?? steps[0] ?? null
}
