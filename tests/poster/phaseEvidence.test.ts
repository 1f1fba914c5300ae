import { describe, expect, it, vi } from 'vitest'
import { cutSheet } from '../../src/layout/poster/posterSheets.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import type { EvidenceKind } from '../../src/model/records/card.ts'
import { composePoster } from '../../src/poster/composePoster.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'
import { column, journeyOf, laneOf, must, newWorkshop } from '../model/support/testWorkshop.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

/** The words on the poster of a map whose phases hold cards that rest on these. */
function wordsOf(
  phases: readonly (readonly EvidenceKind[])[],
  locale: 'de' | 'en' = 'de',
): readonly string[] {
  const { workshop, actor } = newWorkshop()
  const laneId = laneOf(workshop, 'expectations').id
  for (const [index, kinds] of phases.entries()) {
    const activityId = column(workshop, actor, `Ich warte ${index}`, index)
    for (const [card, evidence] of kinds.entries())
      must(addCard(workshop, actor, { laneId, activityId, text: `Karte ${card}`, fields: { evidence } }))
  }
  const choices = {
    journeyId: journeyOf(workshop).id,
    sheet: cutSheet('A0', 'landscape'),
    readingSize: null,
    locale,
    day: '2027-04-30',
  }
  const { scene } = composePoster(workshop.snapshot(), choices, shippedMetrics())
  return scene.ops.flatMap((op) => (op.kind === 'text' ? [op.text] : []))
}

const overPhases = (words: readonly string[]) =>
  words.filter((text) => /belegt$|^nur Annahmen$|with evidence$|^assumptions only$/.test(text))

describe('a phase on a poster', () => {
  it('says how much of it is backed, or that it is assumed as a whole', () => {
    const phases = [['assumption', 'data'], ['assumption'], ['quote', 'observation']] as const
    expect(overPhases(wordsOf(phases))).toEqual(['50 % belegt', 'nur Annahmen', '100 % belegt'])
    expect(overPhases(wordsOf(phases, 'en'))).toEqual([
      '50 % with evidence',
      'assumptions only',
      '100 % with evidence',
    ])
  })

  it('says nothing of it where the whole map is assumed: the key beside the title has said so', () => {
    const words = wordsOf([['assumption', 'assumption'], ['assumption']])
    expect(words).toContain('Annahme 100 %')
    expect(words.filter((text) => text.includes('%'))).toEqual([
      'Annahme 100 %',
      'Zitat 0 %',
      'Beobachtung 0 %',
      'Daten 0 %',
    ])
  })

  it('is not called assumed or backed as a whole for one card among hundreds', () => {
    const many = Array.from({ length: 250 }, () => 'assumption' as const)
    const backed = Array.from({ length: 250 }, () => 'data' as const)
    expect(
      overPhases(
        wordsOf([
          [...many, 'quote'],
          [...backed, 'assumption'],
        ]),
      ),
    ).toEqual(['1 % belegt', '99 % belegt'])
  })
})
