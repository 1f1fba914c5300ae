import { cleanup } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { WallStrip } from '../../../src/features/wall/WallStrip.tsx'
import { renderScreen } from '../support/renderScreen.tsx'

const page = () => document.documentElement.style.getPropertyValue('--wall-strip')

describe('the strip at the foot of the wall', () => {
  it('says how high it is, so that passing messages stand above its title, and no longer when it is gone', () => {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(151)
    renderScreen(
      <WallStrip
        title="Bahnreise"
        persona={null}
        people={[]}
        invitation={{ kind: 'none' }}
        status={null}
        controls={null}
      />,
    )
    expect(page()).toBe('151px')
    cleanup()
    expect(page()).toBe('')
    vi.restoreAllMocks()
  })
})
