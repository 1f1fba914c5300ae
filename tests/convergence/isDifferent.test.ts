import { expect, it } from 'vitest'
import { isDifferent } from './isDifferent.ts'

const shared = { text: 'same' }

it.each([
  ['the same record', shared, shared, false],
  ['another object that says the same', { at: [1, { b: null }] }, { at: [1, { b: null }] }, false],
  [
    'the same rows in another order',
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    new Map([
      ['b', 2],
      ['a', 1],
    ]),
    false,
  ],
  ['one value', { cards: new Map([['a', shared]]) }, { cards: new Map([['a', { text: 'other' }]]) }, true],
  [
    'a row more',
    new Map([['a', 1]]),
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    true,
  ],
  ['a row under another key', new Map([['a', 1]]), new Map([['b', 1]]), true],
  ['a field more', { a: 1 }, { a: 1, b: undefined }, true],
  ['a field less', { a: 1, b: 2 }, { a: 1 }, true],
  ['null instead of nothing said', { a: null }, { a: {} }, true],
])('an operation counts only for what differs: %s', (_what, before, after, expected) => {
  expect(isDifferent(before, after)).toBe(expected)
})
