/**
 * Plays a recording nowhere to learn how long it is, whether it has a picture, and what that looks like: the browser's
 * own player is the only judge of what it can play.
 */
import { err, ok, type Result } from '../../shared/result.ts'
import { systemTimers, type Timers } from '../../shared/timers.ts'
import { previewOf } from '../pictures/encodePicture.ts'

export interface ProbedRecording {
  /** Seconds. */
  readonly duration: number
  /** Zero for sound. */
  readonly width: number
  readonly height: number
  /** A tiny blurred moment of a film as a `data:` address; empty for sound. */
  readonly preview: string
}

/** A damaged file may never answer. */
const PATIENCE_MS = 20_000
/** Recorded streams do not know how long they are until somebody has looked for their end. */
const FAR_AWAY = 1e7

export async function probeRecording(
  bytes: Uint8Array<ArrayBuffer>,
  mime: string,
  timers: Timers = systemTimers,
): Promise<Result<ProbedRecording, 'unplayable'>> {
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }))
  const player = document.createElement('video')
  player.muted = true
  player.playsInline = true
  player.preload = 'auto'
  let stop = () => undefined as void
  const tooLate = new Promise<null>((resolve) => {
    stop = timers.after(PATIENCE_MS, () => resolve(null))
  })
  const probed = await Promise.race([probe(player, url), tooLate])
  stop()
  player.removeAttribute('src')
  player.load()
  URL.revokeObjectURL(url)
  return probed === null ? err('unplayable') : ok(probed)
}

async function probe(player: HTMLVideoElement, url: string): Promise<ProbedRecording | null> {
  const loaded = heard(player, 'loadeddata')
  player.src = url
  if (!(await loaded)) return null
  const { videoWidth: width, videoHeight: height } = player
  const preview = width > 0 && height > 0 ? previewOf(player, { width, height }) : ''
  if (!Number.isFinite(player.duration)) {
    const found = heard(player, 'durationchange', () => Number.isFinite(player.duration))
    player.currentTime = FAR_AWAY
    if (!(await found)) return null
  }
  return { duration: player.duration, width, height, preview }
}

/** False when the player gives up first. */
function heard(player: HTMLVideoElement, event: string, isEnough = () => true): Promise<boolean> {
  return new Promise((resolve) => {
    player.addEventListener(event, () => (isEnough() ? resolve(true) : undefined))
    player.addEventListener('error', () => resolve(false), { once: true })
  })
}
