/**
 * What a laptop in a room does to a relay: its address changes (tablets keep their work under the old one), it sleeps, its
 * battery runs down. Notices each and says it, at the start and while the relay runs.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../src/shared/clock.ts'
import type { Logger } from '../src/shared/logger.ts'
import { type Rounds, startRounds } from './rounds.ts'
import { readFileIfThere, replaceFileDurably } from './storage/durableFile.ts'

export interface MachineWatchOptions {
  readonly dataDir: string
  readonly addresses: () => readonly string[]
  /** True on battery, false on mains, null when this machine does not tell. */
  readonly onBattery: () => Promise<boolean | null>
  readonly logger: Logger
  readonly clock: Clock
  /** The machine has other addresses now. */
  readonly onMoved: () => void
  readonly lookMs?: number
}

export interface MachineWatch {
  /** The addresses of the last time, when none of them is one of now. */
  readonly formerAddresses: readonly string[] | null
  readonly stop: Rounds['stop']
}

const LOOK_MS = 10_000
/** A busy machine is late by seconds; one that slept by more. */
const SLEPT_MS = 30_000

export async function watchMachine(options: MachineWatchOptions): Promise<MachineWatch> {
  const { dataDir, addresses, logger, clock, lookMs = LOOK_MS } = options
  const path = join(dataDir, 'addresses.json')
  let known = [...addresses()]
  const former = await readAddresses(path)
  const isElsewhere =
    former.length > 0 && known.length > 0 && !former.some((address) => known.includes(address))
  // Only a note: a full disk must not keep people from what is on it.
  const keep = (): Promise<void> =>
    replaceFileDurably(path, Buffer.from(JSON.stringify(known))).catch((cause: unknown) => {
      logger.warn('the addresses of this machine could not be noted for the next start', {
        cause: String(cause),
      })
    })
  if (known.length > 0) await keep()
  let isConnected = known.length > 0
  /** Under what tablets found this machine, perhaps before this start. */
  let noted = isConnected ? known : former
  let wasOnBattery: boolean | null = false
  let lookedAt = clock.now()
  const look = async (): Promise<void> => {
    const slept = clock.now() - lookedAt - lookMs
    lookedAt = clock.now()
    if (slept > SLEPT_MS) {
      logger.warn(
        'this machine slept: nobody could reach the relay meanwhile; keep it awake while people work',
        {
          seconds: Math.round(slept / 1000),
        },
      )
    }
    const now = [...addresses()]
    if (now.length === 0 && known.length > 0 && isConnected)
      logger.warn('this machine is in no network any more: tablets cannot reach the relay', { before: known })
    if (now.length > 0 && (!isConnected || !isSame(now, known))) sayWhere(logger, noted, now)
    isConnected = now.length > 0
    if (now.length > 0 && !isSame(now, known)) {
      known = noted = now
      await keep()
      options.onMoved()
    }
    const isOnBattery = await options.onBattery()
    if (isOnBattery === true && wasOnBattery !== true)
      logger.warn('this machine runs on its battery: connect it to power while people work')
    wasOnBattery = isOnBattery
  }
  const rounds = startRounds({
    everyMs: lookMs,
    work: look,
    onFailed: (cause) => logger.warn('this machine could not be looked at', { cause: String(cause) }),
  })
  await rounds.run()
  return { formerAddresses: isElsewhere ? former : null, stop: rounds.stop }
}

function sayWhere(logger: Logger, before: readonly string[], now: readonly string[]): void {
  if (before.every((address) => now.includes(address)))
    return logger.info('tablets reach this machine at these addresses', { addresses: now })
  logger.warn('the addresses of this machine have changed: tablets keep their work under the old ones', {
    before,
    now,
  })
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((address) => right.includes(address))
}

async function readAddresses(path: string): Promise<readonly string[]> {
  try {
    const bytes = await readFileIfThere(path)
    const parsed: unknown = JSON.parse(bytes?.toString() ?? '[]')
    return Array.isArray(parsed) ? parsed.filter((address) => typeof address === 'string') : []
  } catch {
    // A note that cannot be read costs one warning at most; it is written anew.
    return []
  }
}

/** As Linux tells it: some mains supply is online, or a battery is being used up. Other systems do not tell here. */
export async function readPower(folder = '/sys/class/power_supply'): Promise<boolean | null> {
  const supplies = await readdir(folder).catch(() => [])
  const read = (name: string, file: string): Promise<string> =>
    readFile(join(folder, name, file), 'utf8').then(
      (text) => text.trim(),
      () => '',
    )
  let onBattery: boolean | null = null
  for (const name of supplies) {
    if ((await read(name, 'type')) !== 'Battery') continue
    onBattery = (onBattery ?? false) || (await read(name, 'status')) === 'Discharging'
  }
  return onBattery
}
