/** The words a template writes, in the language of whoever creates the workshop; the model knows no language. */
import type { LaneKind } from './records/lane.ts'

export type TemplateLaneKind = Exclude<LaneKind, 'own'>

export interface TemplateTexts {
  readonly journeyTitle: string
  readonly personaName: string
  readonly lanes: Readonly<Record<TemplateLaneKind, string>>
  /** From left to right, with their colours (`#RRGGBB`). */
  readonly phases: readonly { readonly title: string; readonly colour: string }[]
}
