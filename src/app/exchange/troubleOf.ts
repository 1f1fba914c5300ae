/** A problem or notice of an import with its place apart, because lists show that by itself. */
import { describeProblem } from '../../exchange/describeProblem.ts'
import type { ImportNotice, ImportProblem } from '../../exchange/problem.ts'
import type { ImportTrouble } from '../../features/exchange/ImportTroubles.tsx'
import type { Translate } from '../../i18n/translate.ts'

export function troubleOf(t: Translate, problem: ImportProblem | ImportNotice): ImportTrouble {
  const { file, line, column, path, ...rest } = problem
  const text = describeProblem({ ...rest, file: '' } as ImportProblem, t)
  return { file, line: line ?? null, column: column ?? path ?? null, text }
}
