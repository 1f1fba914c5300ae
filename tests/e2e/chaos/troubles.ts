/** What can go wrong in a workshop room, drawn from a seed: the network of one tablet, a tablet, the relay itself. */
import type { RunningRelay } from '../harness/startRelay.ts'
import type { ChaosDevice } from './ChaosDevice.ts'

export const TROUBLES = [
  'cut',
  'halfOpen',
  'delay',
  'otherWiFi',
  'restore',
  'restore',
  'restore',
  'killDevice',
  'killRelay',
] as const

export type Trouble = (typeof TROUBLES)[number]

/** Gives how many undelivered changes died with a device. */
export async function makeTrouble(
  trouble: Trouble,
  device: ChaosDevice,
  relay: RunningRelay,
  delayMs: number,
): Promise<number> {
  const { network } = device
  switch (trouble) {
    case 'cut':
      network.cut()
      return 0
    case 'halfOpen':
      network.halfOpen()
      return 0
    case 'delay':
      network.delay(delayMs)
      return 0
    case 'otherWiFi':
      network.forgetConnections()
      return 0
    case 'restore':
      network.restore()
      return 0
    case 'killDevice':
      // Offline and in mid-edit: what only its memory had is gone, what was saved or delivered before must not be.
      network.cut()
      device.write('dies with the device')
      return device.kill()
    case 'killRelay':
      await relay.killAndRestart()
      return 0
  }
}
