import { describe, expect, it } from 'vitest'
import { visualOrder } from '../../../src/poster/pdf/visualOrder.ts'

describe('right-to-left text in a PDF, which knows no direction', () => {
  it('leaves text without right-to-left letters exactly as it is', () => {
    for (const line of ['Größe (12) → 😀', '', '東京']) expect(visualOrder(line)).toBe(line)
  })

  it('turns a Hebrew word round', () => {
    expect(visualOrder('שלום')).toBe('םולש')
  })

  it('keeps numbers readable and the Latin parts where they are', () => {
    expect(visualOrder('Zug שלום 12 Haus')).toBe('Zug 12 םולש Haus')
  })

  it('mirrors brackets that enclose right-to-left text', () => {
    expect(visualOrder('א (ב) ג')).toBe('ג (ב) א')
  })

  it('keeps an emoji sequence and a letter with its marks together', () => {
    expect(visualOrder('אב👩🏽‍💻ג')).toBe('ג👩🏽‍💻בא')
    expect(visualOrder('בּא')).toBe('אבּ')
  })
})
