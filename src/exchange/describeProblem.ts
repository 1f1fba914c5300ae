/**
 * A problem as one sentence: where, then what. The words come from whoever calls, because this folder knows no
 * language; `translator(locale)` of i18n is such a caller's `say`.
 */
import type { ImportNotice, ImportProblem } from './problem.ts'

export type Said =
  | 'placeLine'
  | 'placeColumn'
  | 'placeHeader'
  | 'placePath'
  | ImportProblem['code']
  | ImportNotice['code']

export interface SaidParams {
  readonly file: string
  readonly line: string
  readonly column: string
  readonly path: string
  readonly value: string
  readonly limit: string
  readonly expected: string
  readonly table: string
  readonly character: string
  readonly otherLine: string
}

export type Say = (key: `exchange.${Said}`, params: SaidParams) => string

const LONGEST_VALUE = 60

export function describeProblem(problem: ImportProblem | ImportNotice, say: Say): string {
  const params = paramsOf(problem)
  const place = describePlace(problem, params, say)
  const what = say(`exchange.${problem.code}`, params)
  return place === '' ? what : `${place}: ${what}`
}

function describePlace(problem: ImportProblem | ImportNotice, params: SaidParams, say: Say): string {
  const { file, line, column, path } = problem
  if (path !== undefined) return say('exchange.placePath', params)
  if (line !== undefined)
    return say(column === undefined ? 'exchange.placeLine' : 'exchange.placeColumn', params)
  return column === undefined ? file : say('exchange.placeHeader', params)
}

/** Line numbers are strings here: they are names of lines, not amounts, and take no thousands separator. */
function paramsOf(problem: Omit<ImportProblem, 'code'>): SaidParams {
  return {
    file: problem.file,
    line: String(problem.line ?? ''),
    column: problem.column ?? '',
    path: problem.path ?? '',
    value: shorten(problem.value ?? ''),
    limit: problem.limit ?? '',
    expected: problem.expected ?? '',
    table: problem.table ?? '',
    character: String(problem.character ?? ''),
    otherLine: String(problem.otherLine ?? ''),
  }
}

function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ')
  const characters = Array.from(line)
  return characters.length <= LONGEST_VALUE ? line : `${characters.slice(0, LONGEST_VALUE).join('')}…`
}
