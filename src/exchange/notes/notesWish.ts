/** What a person says about notes before they come in, and what is said to them about those that have no place. */
import type { JourneyId } from '../../model/records/journey.ts'
import type { NoteMapping } from './noteMapping.ts'

export interface NotesWish {
  readonly mapping: NoteMapping
  readonly journeyId: JourneyId
  /** For notes that name no lane, or one that is not on the map; empty is the parking lot. */
  readonly laneId: string
  readonly activityId: string
  /** In place of its id, where it may have to be made. */
  readonly activityText?: string
  /** Lanes by the colour of notes that name none. */
  readonly colours: Readonly<Record<string, string>>
  /** Phases, activities and lanes that the map does not have are made. */
  readonly makesMissing: boolean
  /** What the phase is called that activities without one go to, where there is none. */
  readonly firstPhase: string
  /** What a lane of the method is called, in every language that a file may be written in. */
  readonly laneNames: (kind: string) => readonly string[]
}

export interface UnplacedNote {
  readonly line: number
  readonly text: string
  readonly reason: 'noText' | 'noActivity' | 'unknownActivity' | 'unknownLane' | 'noLane'
  readonly value: string
}
