/** What a merge brings, in the words of the map; kinds that nobody sees by themselves are counted together. */
import type { CountedKind, KindChanges } from '../../exchange/workshopFile/compareWorkshops.ts'
import type { MessageKey } from '../../i18n/translate.ts'

const LABELS = {
  meta: 'workshopFile.kindMeta',
  stage: 'workshopFile.kindStage',
  agendaSteps: 'workshopFile.kindStage',
  locks: 'workshopFile.kindStage',
  persons: 'workshopFile.kindPersons',
  personas: 'workshopFile.kindPersonas',
  traits: 'workshopFile.kindPersonas',
  journeys: 'workshopFile.kindJourneys',
  phases: 'workshopFile.kindPhases',
  activities: 'workshopFile.kindActivities',
  lanes: 'workshopFile.kindLanes',
  cards: 'workshopFile.kindCards',
  media: 'workshopFile.kindMedia',
  touchpoints: 'workshopFile.kindTouchpoints',
  placements: 'workshopFile.kindTouchpoints',
  sketches: 'workshopFile.kindSketches',
  insights: 'workshopFile.kindInsights',
  actions: 'workshopFile.kindActions',
  comments: 'workshopFile.kindComments',
  ratings: 'workshopFile.kindRatings',
  agreedValues: 'workshopFile.kindRatings',
  votes: 'workshopFile.kindVotes',
} as const satisfies Partial<Record<CountedKind, MessageKey>>

export type KindLabel = (typeof LABELS)[keyof typeof LABELS] | 'workshopFile.kindOther'

export interface LabelledChanges extends Omit<KindChanges, 'kind'> {
  readonly label: KindLabel
}

export function labelChanges(changes: readonly KindChanges[]): readonly LabelledChanges[] {
  const byLabel = new Map<KindLabel, LabelledChanges>()
  const labels: Partial<Record<CountedKind, KindLabel>> = LABELS
  for (const { kind, ...counts } of changes) {
    const label = labels[kind] ?? 'workshopFile.kindOther'
    const sum = byLabel.get(label) ?? { label, added: 0, changed: 0, binned: 0, restored: 0 }
    byLabel.set(label, {
      label,
      added: sum.added + counts.added,
      changed: sum.changed + counts.changed,
      binned: sum.binned + counts.binned,
      restored: sum.restored + counts.restored,
    })
  }
  return [...byLabel.values()]
}
