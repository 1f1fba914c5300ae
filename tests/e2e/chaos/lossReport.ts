/** What a storm has lost, said so that somebody can look for it: what, who wrote it when, where it is missing, how to replay. */
import type { ChaosDevice, Written } from './ChaosDevice.ts'

const SHOWN = 12

/** Empty when nothing is missing anywhere. */
export function lossesIn(devices: readonly ChaosDevice[]): readonly string[] {
  const due = devices.flatMap((device) => [...device.written.values()])
  const absent = due.flatMap((entry) => {
    const without = devices.filter((device) => device.cards.get(entry.key) !== entry.text)
    return without.length === 0 ? [] : [describe(entry, without, devices.length)]
  })
  const onDisk = devices.flatMap(({ name, missingOnDisk }) =>
    missingOnDisk.map((what) => `after a kill the disk of ${name} lacked ${what}`),
  )
  return [...absent, ...onDisk]
}

export function lossReport(
  losses: readonly string[],
  how: { seed: number; seconds: number; steps: number },
): string {
  const more = losses.length > SHOWN ? [`… and ${losses.length - SHOWN} more`] : []
  return [
    `${losses.length} losses after ${how.steps} steps with seed ${how.seed}:`,
    ...losses.slice(0, SHOWN),
    ...more,
    `again: npm run chaos -- --minutes ${how.seconds / 60} --seed ${how.seed}`,
  ].join('\n')
}

function describe(entry: Written, without: readonly ChaosDevice[], all: number): string {
  const { key, step, savedAt, deliveredAt } = entry
  const promised = [
    savedAt === null ? 'never saved' : `saved in step ${savedAt}`,
    deliveredAt === null ? 'never delivered' : `on the relay in step ${deliveredAt}`,
  ].join(', ')
  const where = without.length === all ? 'everywhere' : `on ${without.map(({ name }) => name).join(', ')}`
  return `${key}: written in step ${step}, ${promised}; missing ${where}`
}
