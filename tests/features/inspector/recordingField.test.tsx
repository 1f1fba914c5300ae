import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { MediaItem } from '../../../src/features/inspector/MediaItem.tsx'
import { Pictures } from '../../../src/features/inspector/Pictures.tsx'
import { RecordingField } from '../../../src/features/inspector/RecordingField.tsx'
import { createRecord } from '../../../src/model/commands/createRecord.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'
import { renderScreen } from '../support/renderScreen.tsx'
import { noMediaTools } from './noMediaTools.ts'

const target = { kind: 'card', id: 'c1' } as never

/** The part of the browser's recorder that is used: begins with the first of the sound, hands over one piece at the end. */
class FakeRecorder extends EventTarget {
  static isTypeSupported = () => false
  static last: FakeRecorder | null = null
  state = 'inactive'

  constructor() {
    super()
    FakeRecorder.last = this
  }

  start(): void {
    this.state = 'recording'
    this.firstArrives()
  }

  firstArrives(): void {
    this.dispatchEvent(new Event('start'))
  }

  stop(): void {
    this.state = 'inactive'
    const data = new Blob(['sound'], { type: 'audio/webm' })
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }))
    this.dispatchEvent(new Event('stop'))
  }
}

class FakeStream {
  readonly track = { stop: vi.fn() }
  getTracks = () => [this.track]
}

beforeEach(() => {
  vi.stubGlobal('MediaRecorder', FakeRecorder)
  vi.stubGlobal('MediaStream', FakeStream)
  return () => vi.unstubAllGlobals()
})

function withMicrophone() {
  const stream = new FakeStream()
  const kept: File[] = []
  const tools = {
    ...noMediaTools,
    onRecordings: (files: readonly File[]) => {
      kept.push(...files)
      return Promise.resolve(true)
    },
  }
  const devices = { getUserMedia: () => Promise.resolve(stream as unknown as MediaStream) }
  const rendered = renderScreen(<RecordingField target={target} tools={tools} devices={devices} />)
  return { stream, kept, ...rendered }
}

describe('recording sound for a card', () => {
  it('says beforehand how long and how large it may be', () => {
    withMicrophone()
    expect(screen.getByText('Up to 60 seconds and 33 MB.')).toBeTruthy()
  })

  it('keeps what was recorded and lets go of the microphone', async () => {
    const user = userEvent.setup()
    const { stream, kept } = withMicrophone()
    await user.click(screen.getByRole('button', { name: 'Record sound' }))
    expect(stream.track.stop).not.toHaveBeenCalled()
    await user.click(await screen.findByRole('button', { name: 'Stop and keep' }))
    expect(kept).toHaveLength(1)
    expect(stream.track.stop).toHaveBeenCalled()
    expect(await screen.findByRole('button', { name: 'Record sound' })).toBeTruthy()
  })

  it('lets go of the microphone and says so when the browser cannot record from it', async () => {
    class Refusing {
      static isTypeSupported = () => false
      constructor() {
        throw new DOMException('no codec', 'NotSupportedError')
      }
    }
    vi.stubGlobal('MediaRecorder', Refusing)
    const user = userEvent.setup()
    const { stream } = withMicrophone()
    await user.click(screen.getByRole('button', { name: 'Record sound' }))
    expect(await screen.findByText(/The recording broke off/)).toBeTruthy()
    expect(stream.track.stop).toHaveBeenCalled()
    expect(screen.getByRole('button', { name: 'Choose a recording' })).toBeTruthy()
  })

  it('counts and offers to stop only once the camera gives something to record', async () => {
    class SlowCamera extends FakeRecorder {
      override start(): void {
        this.state = 'recording'
      }
    }
    vi.stubGlobal('MediaRecorder', SlowCamera)
    const user = userEvent.setup()
    const { kept } = withMicrophone()
    FakeRecorder.last = null
    await user.click(screen.getByRole('button', { name: 'Film' }))
    await waitFor(() => expect(FakeRecorder.last?.state).toBe('recording'))
    expect(screen.getByText('Waiting for microphone or camera …')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Stop and keep' })).toBeNull()
    act(() => FakeRecorder.last?.firstArrives())
    await user.click(screen.getByRole('button', { name: 'Stop and keep' }))
    expect(kept).toHaveLength(1)
  })

  it('never begins behind a card that was closed while the browser still asked', async () => {
    const stream = new FakeStream()
    let allow = () => undefined as void
    const asked = new Promise<MediaStream>((resolve) => {
      allow = () => resolve(stream as unknown as MediaStream)
    })
    const devices = { getUserMedia: () => asked }
    const user = userEvent.setup()
    const { unmount } = renderScreen(
      <RecordingField target={target} tools={noMediaTools} devices={devices} />,
    )
    FakeRecorder.last = null
    await user.click(screen.getByRole('button', { name: 'Record sound' }))
    act(() => unmount())
    allow()
    await waitFor(() => expect(stream.track.stop).toHaveBeenCalled())
    expect(FakeRecorder.last).toBeNull()
  })

  it('says nothing of a recording when the card is closed while the camera still wakes up', async () => {
    class SlowCamera extends FakeRecorder {
      override start(): void {
        this.state = 'recording'
      }
      override stop(): void {
        this.dispatchEvent(new Event('stop'))
      }
    }
    vi.stubGlobal('MediaRecorder', SlowCamera)
    const user = userEvent.setup()
    const { stream, kept, unmount } = withMicrophone()
    FakeRecorder.last = null
    await user.click(screen.getByRole('button', { name: 'Film' }))
    await waitFor(() => expect(FakeRecorder.last?.state).toBe('recording'))
    act(() => unmount())
    expect(stream.track.stop).toHaveBeenCalled()
    expect([kept, useToasts.getState().messages]).toEqual([[], []])
  })

  it('does not stay at keeping when that breaks', async () => {
    const user = userEvent.setup()
    const devices = { getUserMedia: () => Promise.resolve(new FakeStream() as unknown as MediaStream) }
    const tools = { ...noMediaTools, onRecordings: () => Promise.reject(new Error('no disk')) }
    renderScreen(<RecordingField target={target} tools={tools} devices={devices} />)
    await user.click(screen.getByRole('button', { name: 'Record sound' }))
    await user.click(await screen.findByRole('button', { name: 'Stop and keep' }))
    expect(await screen.findByText(/The recording broke off/)).toBeTruthy()
  })

  it('throws it away when asked to, and keeps it when only the card is closed', async () => {
    const user = userEvent.setup()
    const { kept, stream, unmount } = withMicrophone()
    await user.click(screen.getByRole('button', { name: 'Record sound' }))
    await screen.findByRole('button', { name: 'Stop and keep' })
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect([kept.length, stream.track.stop.mock.calls.length]).toEqual([0, 1])
    await user.click(screen.getByRole('button', { name: 'Record sound' }))
    await screen.findByRole('button', { name: 'Stop and keep' })
    act(() => unmount())
    expect([kept.length, stream.track.stop.mock.calls.length]).toEqual([1, 2])
  })

  it('says that it was stopped and kept when the card is closed while it records, and only then', async () => {
    const user = userEvent.setup()
    const said = () => useToasts.getState().messages.map(({ text }) => text)
    const { kept, unmount } = withMicrophone()
    await user.click(screen.getByRole('button', { name: 'Record sound' }))
    await user.click(await screen.findByRole('button', { name: 'Stop and keep' }))
    await user.click(await screen.findByRole('button', { name: 'Record sound' }))
    await screen.findByRole('button', { name: 'Stop and keep' })
    expect(said()).toEqual([])
    act(() => unmount())
    await waitFor(() => expect(said()).toEqual(['Recording stopped and kept.']))
    expect(kept).toHaveLength(2)
  })

  it('says nothing of keeping when the closed card’s recording could not be kept', async () => {
    const user = userEvent.setup()
    const asked = vi.fn(() => Promise.resolve(false))
    const devices = { getUserMedia: () => Promise.resolve(new FakeStream() as unknown as MediaStream) }
    const tools = { ...noMediaTools, onRecordings: asked }
    const { unmount } = renderScreen(<RecordingField target={target} tools={tools} devices={devices} />)
    await user.click(screen.getByRole('button', { name: 'Record sound' }))
    await screen.findByRole('button', { name: 'Stop and keep' })
    await act(async () => unmount())
    expect(asked).toHaveBeenCalledOnce()
    expect(useToasts.getState().messages).toEqual([])
  })

  it('brings the way to stop into view, above what the camera sees', async () => {
    const user = userEvent.setup()
    const { container } = withMicrophone()
    const brought: Element[] = []
    // Newer browsers return a promise here, which is nothing to clean up with.
    Object.assign(Element.prototype, {
      scrollIntoView(this: Element) {
        brought.push(this)
        return Promise.resolve()
      },
    })
    await user.click(screen.getByRole('button', { name: 'Film' }))
    const stop = await screen.findByRole('button', { name: 'Stop and keep' })
    const finder = container.querySelector('video')
    expect(stop.compareDocumentPosition(finder as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(brought.at(-1)?.contains(stop)).toBe(true)
  })

  it('offers the tablet’s own recorder where the browser allows none, as on plain http', () => {
    vi.unstubAllGlobals()
    const { container } = renderScreen(<RecordingField target={target} tools={noMediaTools} />)
    expect(screen.getByText(/Over plain http the browser gives this page neither/)).toBeTruthy()
    const inputs = [...container.querySelectorAll('input[type=file]')]
    expect(inputs.map((input) => [input.getAttribute('accept'), input.getAttribute('capture')])).toEqual([
      ['audio/*', 'environment'],
      ['video/*', 'environment'],
      ['audio/*,video/*', null],
    ])
  })

  it('offers the same after the person or the browser has refused', async () => {
    const user = userEvent.setup()
    const devices = { getUserMedia: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }
    renderScreen(<RecordingField target={target} tools={noMediaTools} devices={devices} />)
    await user.click(screen.getByRole('button', { name: 'Film' }))
    expect(
      await screen.findByText(/The browser does not let this page use microphone or camera/),
    ).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Choose a recording' })).toBeTruthy()
  })
})

describe('the sounds and films of a card', () => {
  it('are each counted from one, by their own name, with their length and a first picture', () => {
    const { workshop, actor } = newWorkshop()
    const preview = 'data:image/jpeg;base64,AAAA'
    const mediaIds = (
      [
        { kind: 'audio', duration: 12 },
        { kind: 'video', duration: 4, preview },
        { kind: 'audio', duration: 3, description: 'Ansage am Gleis' },
      ] as const
    ).map((fields) => must(createRecord(workshop, actor, { table: 'media', fields })))
    const tools = { ...noMediaTools, mediaUrl: () => 'blob:here' }
    const { container } = renderInWorkshop(
      workshop,
      actor,
      <Pictures mediaIds={mediaIds} target={target} mayWrite tools={tools} />,
    )
    const names = [...container.querySelectorAll('figcaption')].map(({ textContent }) => textContent)
    expect(names).toEqual(['Sound 1, 0:12', 'Film 1, 0:04', 'Ansage am Gleis, 0:03'])
    expect(container.querySelector('video')?.style.backgroundImage).toContain(preview)
    for (const name of ['Take sound 1 away', 'Take film 1 away', 'Take sound 2 away']) {
      expect(screen.getByRole('button', { name })).toBeTruthy()
    }
  })
})

describe('a recording or picture that is not on this device', () => {
  it.each([
    [{ kind: 'picture', deviceName: 'Anna · iPad' }, 'Still on another device: Anna · iPad.'],
    [{ kind: 'picture', deviceName: '' }, 'Still on another device: Anna.'],
    [{ kind: 'audio', deviceName: 'Ben · Android', duration: 12 }, /Sound 1, 0:12.*Ben · Android/],
  ] as const)('says who has it (%#)', (fields, words) => {
    const { workshop, actor } = newWorkshop()
    const id = must(createRecord(workshop, actor, { table: 'media', fields }))
    const media = workshop.snapshot().media.get(id)
    if (media === undefined) throw new Error('no record')
    renderInWorkshop(workshop, actor, <MediaItem media={media} url={undefined} number={1} />)
    expect(screen.getByText(words)).toBeTruthy()
  })
})
