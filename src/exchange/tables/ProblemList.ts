/** Collects what is wrong up to a limit, so that one misunderstanding in a large table is no flood. */
import type { ImportNotice, ImportProblem } from '../problem.ts'

export class ProblemList {
  readonly problems: ImportProblem[] = []
  readonly notices: ImportNotice[] = []
  /** Some cell begins like a formula, as it does where a program wrote the tables. */
  hasLiveCells = false
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  get full(): boolean {
    return this.problems.length >= this.limit
  }

  add(problem: ImportProblem): void {
    if (!this.full) this.problems.push(problem)
  }

  noteLive(): void {
    this.hasLiveCells = true
  }

  note(notice: ImportNotice): void {
    this.notices.push(notice)
  }
}
