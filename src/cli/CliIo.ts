/** What the command line needs of the world around it, so that it can be run inside a test. */
import type { Locale } from '../i18n/translate.ts'

export interface CliIo {
  /** One line to standard output, standard error. */
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
  /** Unless `--lang` says otherwise. */
  readonly locale: Locale
  /** `2027-04-30` */
  readonly today: string
}

export const EXIT = { done: 0, badInput: 1, wrongUse: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
