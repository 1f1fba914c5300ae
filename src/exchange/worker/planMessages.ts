/** What page and worker say to each other about an import. */
import type { Result } from '../../shared/result.ts'
import type { ImportPlan } from '../ImportPlan.ts'
import type { ImportTexts } from '../importTexts.ts'
import type { ImportProblem } from '../problem.ts'

export type Planned = Result<ImportPlan, readonly ImportProblem[]>

export interface PlanRequest {
  /** A file forgets on the way in which folder it was picked. */
  readonly files: readonly { readonly file: File; readonly path: string }[]
  readonly texts: ImportTexts
}

export type PlanReply =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'planned'; readonly planned: Planned }
  | { readonly kind: 'broken'; readonly detail: string }
