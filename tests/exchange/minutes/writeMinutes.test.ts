import { describe, expect, it } from 'vitest'
import { inline } from '../../../src/exchange/minutes/markdown.ts'
import { writeMinutes } from '../../../src/exchange/minutes/writeMinutes.ts'
import { minutesTexts } from '../../../src/i18n/exchangeTexts.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import { imported } from '../imported.ts'
import { filesOf, sampleContents } from '../sample.ts'

describe('minutes', { timeout: 60_000 }, () => {
  it('hold every activity, card, insight and action of the workshop', async () => {
    const { 'event_log.csv': _log, ...contents } = sampleContents()
    const snapshot = (await imported(filesOf(contents))).snapshot()
    const journeyId = mainJourney(snapshot)?.id
    if (journeyId === undefined) throw new Error('no journey')
    const text = writeMinutes(snapshot, { journeyId, texts: minutesTexts('de'), day: '2026-11-22' })
    const map = text.slice(text.indexOf('## Die Map'), text.indexOf('## Wo die'))
    expect(map.match(/^- \*\*/gm)).toHaveLength(40)
    expect(text.match(/^ {4}- /gm)).toHaveLength(538)
    const flat = text.replace(/\\/g, '')
    for (const { title } of [...snapshot.insights.values(), ...snapshot.actions.values()])
      expect(flat).toContain(title)
    expect(text).toContain('## Wo die Sichten am weitesten auseinander liegen')
    expect(text).toContain('| Maßnahme | Verantwortlich | Bis | Stand |')
  })

  it('show what people wrote and nothing else', () => {
    expect(inline('# not a heading')).toBe('\\# not a heading')
    expect(inline('<img src=x> [a](b) *b* | c')).toBe('\\<img src=x> \\[a\\](b) \\*b\\* \\| c')
    expect(inline('1. one')).toBe('1\\. one')
    expect(inline('line\nbreak')).toBe('line break')
  })
})
