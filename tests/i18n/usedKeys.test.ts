import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messages } from '../../src/i18n/messages.ts'

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.replaceAll('\\', '/').startsWith('i18n/messages/'))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n')

/** Keys that are put together, such as `exchange.${code}`: what stands before the part that varies. */
const beginnings = [...source.matchAll(/`([a-zA-Z]+\.[a-zA-Z]*)\$\{/g)].map(([, beginning = '']) => beginning)

function isUsed(name: string): boolean {
  return (
    new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(source) ||
    beginnings.some((beginning) => name.startsWith(beginning))
  )
}

describe('texts', () => {
  it('sees a key that nobody uses', () => {
    expect(isUsed('common.undo')).toBe(true)
    expect(isUsed('common.nobodyUsesThis')).toBe(false)
  })

  for (const [name, { en }] of Object.entries(messages)) {
    it(`of ${name} are all shown somewhere`, () => {
      const unused = Object.keys(en).filter((key) => !isUsed(`${name}.${key}`))
      expect(unused).toEqual([])
    })
  }
})
