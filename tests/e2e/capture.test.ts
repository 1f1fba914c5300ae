/**
 * Photos and recordings on their way into the workshop: what cameras hide in them is gone, what would harm is refused
 * with a word, and whoever's app is closed behind the camera comes back to where they were.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { cutInHalf, heic, hugeHeader, SECRETS, SVG, withNotes } from '../app/pictures/photoFiles.ts'
import { addCardInOutline, join, openSample, openView, share } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')
const LONG = { timeout: 60_000 }
const CARD = 'Zettel mit Aufnahme'

let stage: Stage
let tablet: Device

beforeAll(async () => {
  stage = await openStage({ fakeMedia: true })
  tablet = await stage.newDevice({ size: 'tablet', touch: true })
  await openSample(tablet)
  await openView(tablet.page, 'outline', 'de')
  await addCardInOutline(tablet.page, CARD, 'de')
})

afterAll(() => stage.close())

async function openCard(page: Page, text = CARD): Promise<void> {
  const closed = page.getByRole('button', { name: t('outline.edit', { what: text }) })
  const open = page.getByRole('button', { name: t('outline.stopEditing', { what: text }) })
  await closed.or(open).first().waitFor()
  if (await closed.isVisible()) await closed.click()
  await page.locator('.et-pictures').first().waitFor()
}

const pictures = (page: Page) => page.getByRole('region', { name: t('inspector.pictures') })
const recordings = (page: Page) => page.getByRole('region', { name: t('media.recordings') })

/** Everything that this device keeps as files, as Latin-1 text. */
function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const database = await asked(indexedDB.open('etappe'))
    const rows = await asked(database.transaction('blobs').objectStore('blobs').getAll())
    database.close()
    return (rows as { bytes: ArrayBuffer }[]).map(({ bytes }) =>
      Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''),
    )
  })
}

/** Size and the colour in the middle of the top left quarter of the picture as it is drawn. */
function drawnPicture(page: Page) {
  return page.evaluate(() => {
    const image = document.querySelector<HTMLImageElement>('.et-pictures img[src^="blob:"]')
    if (image === null || image.naturalWidth === 0) return null
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    canvas.width = width
    canvas.height = height
    context?.drawImage(image, 0, 0)
    const pixel = context?.getImageData(Math.floor(width / 4), Math.floor(height / 4), 1, 1).data ?? []
    return { isUpright: height > width, colour: [...pixel].slice(0, 3) }
  })
}

describe('a photo', { timeout: 180_000 }, () => {
  it('loses place, camera and every other note, and stands upright', async () => {
    const { page } = tablet
    await openCard(page)
    const buffer = withNotes()
    expect(SECRETS.every((secret) => buffer.includes(secret))).toBe(true)
    await pictures(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer })
    await expect.poll(() => drawnPicture(page), LONG).not.toBeNull()
    const picture = await drawnPicture(page)
    // Turned right by a quarter, the blue of the bottom left comes to the top left.
    const [red = 0, green = 0, blue = 0] = picture?.colour ?? []
    expect(blue).toBeGreaterThan(Math.max(red, green) + 60)
    const files = await keptFiles(page)
    const photos = files.filter((bytes) => bytes.startsWith('\xff\xd8\xff'))
    expect(photos).toHaveLength(1)
    for (const secret of SECRETS) expect(photos[0], secret).not.toContain(secret)
  })

  it.each([
    ['urlaub.svg', 'image/png', Buffer.from(SVG), t('media.pictureSvg', { name: 'urlaub.svg' })],
    ['IMG_2.heic', 'image/heic', heic(), t('media.pictureHeic', { name: 'IMG_2.heic' })],
    ['halb.jpg', 'image/jpeg', cutInHalf(), t('media.pictureCut', { name: 'halb.jpg' })],
    [
      'riesig.jpg',
      'image/jpeg',
      hugeHeader(),
      t('media.pictureTooLarge', { name: 'riesig.jpg', width: 12_000, height: 9_000, most: 64 }),
    ],
  ])(
    'that cannot be kept is refused with a word and changes nothing: %s',
    async (name, mimeType, buffer, word) => {
      const { page } = tablet
      await openCard(page)
      const before = await keptFiles(page)
      await pictures(page).locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
      await page.getByText(word, { exact: true }).first().waitFor(LONG)
      expect(await keptFiles(page)).toEqual(before)
      expect(await pictures(page).locator('li').count()).toBe(1)
    },
  )
})

describe('when the tablet closes the app behind its camera', { timeout: 180_000 }, () => {
  it('everything written is there, at the same place, and the photo can be taken again', async () => {
    const { page } = tablet
    const words = `${CARD}, mit angefangenem Satz`
    await openCard(page)
    const text = page.getByLabel(t('inspector.text'), { exact: true })
    await text.fill(words)
    const chooser = page.waitForEvent('filechooser')
    await pictures(page)
      .getByRole('button', { name: t('inspector.addPicture') })
      .click()
    await chooser
    // Killed: nothing of the page is asked whether it is ready.
    const { context, open } = tablet
    const address = new URL(page.url()).pathname
    await page.close({ runBeforeUnload: false })
    tablet = { ...tablet, page: await context.newPage(), open }
    const again = tablet.page
    await again.goto(`${tablet.origin}${address.replace(/\/outline$/, '')}`)
    await again.getByText(t('media.interruptedPicture')).waitFor(LONG)
    expect(new URL(again.url()).pathname).toBe(address)
    await expect
      .poll(() => again.getByLabel(t('inspector.text'), { exact: true }).inputValue(), LONG)
      .toBe(words)
    await again
      .locator('.et-interrupted input[type=file]')
      .setInputFiles({ name: 'IMG_3.jpg', mimeType: 'image/jpeg', buffer: withNotes() })
    await expect.poll(() => pictures(again).locator('li').count(), LONG).toBe(2)
    expect(await again.getByText(t('media.interruptedPicture')).count()).toBe(0)
    await again.reload()
    await openView(again, 'outline', 'de')
    await openCard(again, words)
    expect(await again.getByText(t('media.interruptedPicture')).count()).toBe(0)
  })
})

describe('sound and film', { timeout: 180_000 }, () => {
  it('are recorded, kept, played without a network, and reach another device', async () => {
    const { page, context } = tablet
    const card = await page.getByLabel(t('inspector.text'), { exact: true }).inputValue()
    for (const [name, player] of [
      [t('media.recordSound'), 'audio'],
      [t('media.recordFilm'), 'video'],
    ] as const) {
      await record(page, name)
      await expect.poll(() => playersOrWhatIsSaid(page, player), LONG).toBe(`1 ${player}`)
    }
    await context.setOffline(true)
    const played = await recordings(page)
      .locator('audio')
      .evaluate(async (element) => {
        const audio = element as HTMLAudioElement
        await audio.play()
        await new Promise((resolve) => audio.addEventListener('timeupdate', resolve, { once: true }))
        return audio.error
      })
    expect(played).toBeNull()
    await context.setOffline(false)
    const link = await share(tablet, 'de')
    const laptop = await stage.newDevice({ size: 'laptop' })
    await join(laptop, link, 'Ben', 'de')
    await openView(laptop.page, 'outline', 'de')
    await openCard(laptop.page, card)
    await recordings(laptop.page).locator('audio').waitFor(LONG)
    await recordings(laptop.page).locator('video').waitFor(LONG)
  })

  it('are recorded also with a camera that takes seconds to wake up', async () => {
    const { page } = tablet
    await page.evaluate(wakeCameraLate, 2_500)
    await record(page, t('media.recordFilm'))
    await expect.poll(() => playersOrWhatIsSaid(page, 'video'), LONG).toBe('2 video')
  })

  it('that are too long or no recording are refused with a word', async () => {
    const { page } = tablet
    const choose = recordings(page).locator('input[type=file]').last()
    await choose.setInputFiles({ name: 'stille.wav', mimeType: 'audio/wav', buffer: silence(75) })
    const tooLong = t('media.tooLong', { name: 'stille.wav', seconds: 75, most: 60 })
    await page.getByText(tooLong, { exact: true }).first().waitFor(LONG)
    await choose.setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from(SVG) })
    const none = t('media.noRecording', { name: 'film.mp4' })
    await page.getByText(none, { exact: true }).first().waitFor(LONG)
    expect(await recordings(page).locator('li').count()).toBe(3)
  })
})

async function record(page: Page, name: string): Promise<void> {
  await recordings(page).getByRole('button', { name, exact: true }).click()
  await page.getByText(/Aufnahme: 0:(?!00)\d\d von/).waitFor(LONG)
  await page.getByRole('button', { name: t('media.stop') }).click()
}

/** Why a recording is not there is a message that goes away again: a failure of the test shows it. */
async function playersOrWhatIsSaid(page: Page, player: 'audio' | 'video'): Promise<string> {
  const said = await page.locator('.et-toast').allInnerTexts()
  return [`${await recordings(page).locator(player).count()} ${player}`, ...said].join('; ')
}

/** In the page: the camera is there at once, and gives its first picture after so many milliseconds. */
function wakeCameraLate(delayMs: number): void {
  const devices = navigator.mediaDevices
  const real = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async (asked) => {
    const sound = (await real(asked)).getAudioTracks()
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    const pictures = canvas.captureStream(0).getVideoTracks() as CanvasCaptureMediaStreamTrack[]
    setTimeout(() => {
      setInterval(() => {
        context?.fillRect(0, 0, canvas.width, canvas.height)
        for (const track of pictures) track.requestFrame()
      }, 100)
    }, delayMs)
    return new MediaStream([...sound, ...pictures])
  }
}

/** So many seconds of nothing at 8,000 bytes a second. */
function silence(seconds: number): Buffer {
  const data = seconds * 8_000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(8_000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(data, 40)
  return Buffer.concat([head, Buffer.alloc(data, 128)])
}
