/** What the parts of the form share, and which plain texts a touchpoint has. */
import type { Touchpoint } from '../../model/records/touchpoint.ts'

export interface FieldsProps {
  readonly touchpoint: Touchpoint
  readonly mayWrite: boolean
}

/** Written as a whole; `url` is shown as text and opened only by the person. */
export const PLAIN_TEXTS = ['mediaType', 'frequency', 'publication', 'reach', 'url'] as const

/** Several people may type in these at once. */
export const SHARED_TEXTS = ['perception', 'peopleObjects', 'acceptanceCriteria'] as const

export const VALUES = ['currentValue', 'targetValue', 'bestInClass'] as const
