/** The kinds of journeys, with their words. */
import type { MessageKey } from '../../i18n/translate.ts'
import type { Journey } from '../../model/records/journey.ts'

export const JOURNEY_KINDS = [
  { value: 'current', label: 'journeys.current' },
  { value: 'target', label: 'journeys.target' },
  { value: 'serviceBlueprint', label: 'journeys.serviceBlueprint' },
  { value: 'employee', label: 'journeys.employee' },
] as const satisfies readonly { readonly value: Journey['kind']; readonly label: MessageKey }[]
