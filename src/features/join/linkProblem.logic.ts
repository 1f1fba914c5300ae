/** What is wrong with a link, in words. The codes are those of the protocol, which features may not import. */
import type { MessageKey } from '../../i18n/translate.ts'

export type LinkProblem =
  | 'not-a-link'
  | 'no-secret'
  | 'empty'
  | 'truncated'
  | 'too-long'
  | 'mistyped'
  | 'unknown-version'
  | 'unknown-role'

const KEYS = {
  'not-a-link': 'join.errorNotALink',
  'no-secret': 'join.errorNoSecret',
  empty: 'join.errorEmpty',
  truncated: 'join.errorTruncated',
  'too-long': 'join.errorTooLong',
  mistyped: 'join.errorMistyped',
  'unknown-version': 'join.errorVersion',
  'unknown-role': 'join.errorRole',
} as const satisfies Readonly<Record<LinkProblem, MessageKey>>

export type LinkProblemKey = (typeof KEYS)[LinkProblem]

export function linkProblemKey(problem: LinkProblem): LinkProblemKey {
  return KEYS[problem]
}
