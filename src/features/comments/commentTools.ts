/** What comments need from the app around them: who writes here, what time it is, and how to get to a thing. */
import type { PersonId } from '../../model/records/person.ts'
import type { Subject } from '../../model/subject.ts'

/** A person of the workshop, a reviewer who said a name, or somebody who has not said who they are. */
export type CommentAuthor =
  | { readonly kind: 'person' }
  | { readonly kind: 'reviewer'; readonly name: string; readonly colour: string }
  | { readonly kind: 'unknown' }

export interface Introduced {
  readonly personId: PersonId
  readonly name: string
  readonly colour: string
}

export interface CommentTools {
  readonly author: CommentAuthor
  readonly now: number
  /** A reviewer says their name, once for this device. */
  readonly onIntroduce: (name: string) => Introduced
  /** Opens the list of people, for those who are in it. */
  readonly onWho: () => void
  /** Brings a thing into view. */
  readonly onShow: (subject: Subject) => void
}
