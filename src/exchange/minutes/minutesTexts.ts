/** Words of the minutes: this folder knows no language. */
import type { LaneKind } from '../../model/records/lane.ts'

export interface MinutesTexts {
  readonly untitled: string
  readonly journey: string
  readonly scope: string
  readonly goal: string
  readonly date: string
  readonly place: string
  readonly owner: string
  readonly present: string
  readonly written: string
  readonly persona: string
  readonly goals: string
  readonly expectations: string
  readonly map: string
  readonly unnamedPhase: string
  readonly unsorted: string
  readonly parkingLot: string
  readonly painPoint: string
  readonly momentOfTruth: string
  readonly touchpoints: string
  readonly inside: string
  readonly outside: string
  readonly differ: string
  readonly insights: string
  readonly actions: string
  readonly action: string
  readonly due: string
  readonly status: string
  readonly states: Readonly<Record<'planned' | 'inProgress' | 'onHold' | 'done', string>>
  readonly figures: string
  readonly comments: string
  readonly next: string
  readonly nextJourney: string
  readonly lanes: Readonly<Record<LaneKind, string>>
  readonly votes: (n: number) => string
  readonly number: (value: number) => string
}
