import { describe, expect, it } from 'vitest'
import { PicturesText } from '../../../src/features/health/PicturesText.tsx'
import { renderScreen } from '../support/renderScreen.tsx'

describe('the health page', () => {
  it('says which pictures are not on the relay, which have not arrived, and that some failed', () => {
    const { container } = renderScreen(
      <PicturesText pictures={{ toSend: 3, notHere: 1, failed: 2 }} relayHost="relay.example" />,
      'de',
    )
    const lines = [...container.querySelectorAll('p')].map((line) => line.textContent)
    expect(lines[0]).toContain('3 Bilder oder Anhänge dieses Geräts sind noch nicht auf dem Relay')
    expect(lines[1]).toContain('Ein Bild oder Anhang eines anderen Geräts')
    expect(lines[2]).toContain('2 davon sind beim letzten Versuch gescheitert')
  })

  it('says nothing about pictures when all of them are everywhere, or without a relay', () => {
    const nothing = { toSend: 0, notHere: 0, failed: 0 }
    const { container } = renderScreen(<PicturesText pictures={nothing} relayHost="relay.example" />)
    expect(container.textContent).toBe('')
    const { container: alone } = renderScreen(
      <PicturesText pictures={{ toSend: 1, notHere: 0, failed: 0 }} relayHost={null} />,
    )
    expect(alone.textContent).toBe('')
  })
})
