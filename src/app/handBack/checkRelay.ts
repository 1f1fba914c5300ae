/**
 * Whether everything of an open workshop is on its relay, found out anew: what the relay has acknowledged as durable,
 * then read back and compared, then the pictures, of which missing ones are sent first. Changes nothing on this device.
 */
import type { HandBackCheck, HandBackReason } from '../../features/handBack/handBackReason.ts'
import { mediaNamedIn } from '../../exchange/workshopFile/mediaNamedIn.ts'
import { documentNames } from '../../model/documentName.ts'
import type { Secret } from '../../protocol/capability.ts'
import { mayWrite } from '../../protocol/access.ts'
import type { CloseReason } from '../../protocol/closeCodes.ts'
import { systemTimers, type Timers } from '../../shared/timers.ts'
import type { ReadableValue } from '../../shared/valueStore.ts'
import { hashBytes } from '../../storage/hashBytes.ts'
import { listSetAside } from '../../storage/quarantine.ts'
import { type BlobClient, createBlobClient } from '../../sync/blobClient.ts'
import { holdsAllOf } from '../../sync/holdsAllOf.ts'
import { readRelay } from '../../sync/readRelay.ts'
import type { RelayAddress } from '../../sync/workshopConnection.ts'
import type { Device } from '../device.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { laterReasonOf } from '../../sync/connectionState.ts'

export interface CheckRelayOptions {
  readonly device: Device
  readonly session: WorkshopSession
  readonly closeReasonText: (reason: CloseReason | 'unknown') => string
  /** How long the relay may take for each of the two: to acknowledge, and to give it back. */
  readonly withinMs?: number
  readonly timers?: Timers
}

const ANSWER_WITHIN_MS = 20_000
/** A picture that somebody else is sending right now is asked for again. */
const ROUNDS = 5
const AGAIN_MS = 400

export async function checkRelay(options: CheckRelayOptions): Promise<HandBackCheck> {
  const { session, withinMs = ANSWER_WITHIN_MS } = options
  const { relayOrigin, secret, role } = session.entry.get()
  if (session.recovered) return unsafe({ code: 'damaged' })
  if (relayOrigin === null || secret === null) return unsafe({ code: 'noRelay' })
  const relay = { origin: relayOrigin, capability: { role, secret: secret as Secret } }
  const host = new URL(relayOrigin).host
  const undelivered = await waitForDelivery(options, host)
  if (undelivered !== null) return unsafe(undelivered)
  const read = await readRelay({ relay, withinMs })
  if (!read.ok) {
    const { error } = read
    if (error.state === 'unreachable') return unsafe({ code: 'offline', host })
    return unsafe({ code: 'refused', host, reason: options.closeReasonText(error.reason) })
  }
  const isThere = documentNames.every((name) => holdsAllOf(read.value[name], session.document.docs[name]))
  for (const name of documentNames) read.value[name].destroy()
  if (!isThere) return unsafe({ code: 'differs', host })
  const pictures = await checkPictures(options, relay, host)
  return pictures.safe ? checkSetAside(options, pictures) : pictures
}

/** What this device could not read it cannot have sent either; nobody knows what is in it. */
async function checkSetAside(
  { device, session }: CheckRelayOptions,
  found: HandBackCheck,
): Promise<HandBackCheck> {
  const rows = await listSetAside(device.database, session.workshopId)
  if (!rows.ok) return unsafe({ code: 'setAside', n: 1 })
  return rows.value.length === 0 ? found : unsafe({ code: 'setAside', n: rows.value.length })
}

function unsafe(reason: HandBackReason): HandBackCheck {
  return { safe: false, reason }
}

/** Null when the relay has acknowledged all that this role may write; a role that only reads has nothing to send. */
async function waitForDelivery(
  { session, closeReasonText, withinMs = ANSWER_WITHIN_MS, timers = systemTimers }: CheckRelayOptions,
  host: string,
): Promise<HandBackReason | null> {
  const connection = session.connection.get()
  const { state, delivery } = connection
  const isReader = documentNames.every((name) => !mayWrite(session.entry.get().role, name))
  const isSettled = () =>
    state.get().state === 'refused' ||
    (state.get().state === 'online' && (isReader || ['delivered', 'unknown'].includes(delivery.get().state)))
  if (state.get().state === 'offline') connection.reconnect()
  await until(isSettled, [state, delivery], withinMs, timers)
  const now = state.get()
  if (now.state === 'refused') return { code: 'refused', host, reason: closeReasonText(now.reason) }
  // A relay that has said why it asks to come back is there.
  const later = now.state === 'offline' ? laterReasonOf(now.because) : null
  if (later !== null) return { code: 'refused', host, reason: closeReasonText(later) }
  if (now.state !== 'online') return { code: 'offline', host }
  const sent = delivery.get()
  if (isReader || sent.state === 'delivered') return null
  if (sent.state === 'unknown') return { code: 'unconfirmed', host }
  return { code: 'pending', host, n: Math.max(1, 'pending' in sent ? sent.things : 1) }
}

function until(
  holds: () => boolean,
  watched: readonly ReadableValue<unknown>[],
  withinMs: number,
  timers: Timers,
): Promise<void> {
  return new Promise((resolve) => {
    const stops = watched.map((value) => value.subscribe(() => (holds() ? end() : undefined)))
    const stopTimer = timers.after(withinMs, () => end())
    function end(): void {
      stopTimer()
      for (const stop of stops) stop()
      resolve()
    }
    if (holds()) end()
  })
}

async function checkPictures(
  options: CheckRelayOptions,
  relay: RelayAddress,
  host: string,
): Promise<HandBackCheck> {
  const { device, session, timers = systemTimers } = options
  const named = mediaNamedIn(session.document.snapshot())
  const held = await device.media.list(session.workshopId)
  if (!held.ok) return unsafe({ code: 'pictures', host, n: named.size })
  const needed = held.value.filter((sha256) => named.has(sha256))
  const client = createBlobClient({
    ...relay,
    fetch: (...request) => globalThis.fetch(...request),
    hash: hashBytes,
    timers,
  })
  const canList = mayWrite(relay.capability.role, 'map')
  const lacking = canList ? await sendLacking(client, options, needed) : await countLacking(client, needed)
  return lacking === 0
    ? { safe: true, host, pictures: needed.length }
    : unsafe({ code: 'pictures', host, n: lacking })
}

/** How many the relay still lacks after all that could be sent was sent; the session may be sending some itself. */
async function sendLacking(
  client: BlobClient,
  { device, timers = systemTimers }: CheckRelayOptions,
  needed: readonly string[],
): Promise<number> {
  let lacking = needed
  for (let round = 0; lacking.length > 0 && round < ROUNDS; round += 1) {
    const missing = await client.list(lacking)
    if (!missing.ok) return lacking.length
    for (const sha256 of missing.value) {
      const read = await device.media.read(sha256)
      if (read.ok && read.value !== null) await client.put(sha256, read.value.bytes, round > 0)
    }
    if (missing.value.length > 0) await new Promise<void>((resolve) => timers.after(AGAIN_MS, resolve))
    lacking = missing.value
  }
  return lacking.length
}

/** A role that only reads may not list: it fetches, and what comes is there. */
async function countLacking(client: BlobClient, needed: readonly string[]): Promise<number> {
  let lacking = 0
  for (const sha256 of needed) if (!(await client.get(sha256)).ok) lacking += 1
  return lacking
}
