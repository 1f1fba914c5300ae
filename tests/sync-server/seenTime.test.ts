import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DAY_MS, systemClock } from '../../src/shared/clock.ts'
import { runBackup } from '../../sync-server/backup/runBackup.ts'
import { openSeenTime, type SeenTime } from '../../sync-server/seenTime.ts'
import { createLogSink, temporaryFolder } from './helpers/startRelay.ts'

const KEPT_MS = 90 * DAY_MS
const BEGIN = Date.UTC(2026, 5, 1)

/** A relay on one data folder, by a clock that is set in days since the beginning. */
async function machine() {
  const folder = await temporaryFolder()
  const sink = createLogSink()
  let now = BEGIN
  const start = () => openSeenTime({ dataDir: folder, clock: { now: () => now }, logger: sink.logger })
  const set = (day: number) => (now = BEGIN + day * DAY_MS)
  /** Whether what was noted on that day would be removed now. */
  const isOver = async (seen: SeenTime, day: number) => BEGIN + day * DAY_MS <= (await seen.longAgo(KEPT_MS))
  return { folder, start, set, isOver, lines: sink.lines }
}

it('of a relay that runs every day the days are those of its clock', async () => {
  const { start, set, isOver } = await machine()
  const seen = await start()
  for (let day = 1; day < 90; day += 1) {
    set(day)
    expect(await isOver(seen, 0), `day ${day}`).toBe(false)
  }
  set(90)
  expect([await isOver(seen, 0), await isOver(seen, 1)]).toEqual([true, false])
})

it('a laptop that is used every other week counts all of its days, over restarts too', async () => {
  const { start, set, isOver } = await machine()
  for (let day = 0; day <= 84; day += 14) {
    set(day)
    expect(await isOver(await start(), 0), `day ${day}`).toBe(false)
  }
  set(98)
  expect([await isOver(await start(), 0), await isOver(await start(), 14)]).toEqual([true, false])
})

it('a clock that leaps by years removes nothing from yesterday, whether it stays there, comes back or leaps again', async () => {
  const { start, set, isOver } = await machine()
  let seen = await start()
  for (const day of [1, 4000, 2, 4000.5, 3, 9000, 4]) {
    set(day)
    expect(await isOver(seen, 1), `day ${day}`).toBe(false)
    seen = await start()
    expect(await isOver(seen, 1), `started anew on day ${day}`).toBe(false)
  }
  for (const day of [5, 34, 63, 92, 121]) {
    set(day)
    await seen.longAgo(KEPT_MS)
  }
  set(150)
  expect(await isOver(seen, 1), 'it is not kept for ever').toBe(true)
})

it('what was noted while the clock was years behind is not old once the clock is right', async () => {
  const { start, set, isOver } = await machine()
  await start()
  set(-20_000)
  let seen = await start()
  set(-19_999.5)
  await seen.longAgo(KEPT_MS)
  set(1)
  for (const again of [false, true]) {
    if (again) seen = await start()
    expect(await isOver(seen, -19_999.5)).toBe(false)
    expect(await isOver(seen, 0)).toBe(false)
  }
})

it('a folder that is new to a relay (restored, or from before it noted this) has its days before it', async () => {
  const { start, set, isOver } = await machine()
  set(1000)
  const seen = await start()
  expect(await isOver(seen, 0)).toBe(false)
  for (const day of [1001, 1020, 1040, 1059]) {
    set(day)
    expect(await isOver(seen, 0), `day ${day}`).toBe(false)
  }
  set(1060)
  expect([await isOver(seen, 0), await isOver(seen, 999)]).toEqual([true, false])
})

it('a note that cannot be read counts as none; one that cannot be written is said and known until the end', async () => {
  const { folder, start, set, isOver, lines } = await machine()
  for (const text of ['', 'null', '{"seenAt":1}', '{"seenAt":1,"leaps":[null]}', '\0\0']) {
    await writeFile(join(folder, 'seen-time.json'), text)
    expect(await isOver(await start(), -1000), JSON.stringify(text)).toBe(false)
  }
  const seen = await start()
  await mkdir(join(folder, 'seen-time.json.new'))
  set(4000)
  expect(await isOver(seen, 0)).toBe(false)
  expect(lines).toEqual([expect.stringContaining('warn: the time could not be noted for the next start')])
})

it('what a backup from long ago brings back is not removed the same day', async () => {
  const { folder, start, set, isOver } = await machine()
  const [other, target] = [await temporaryFolder(), join(await temporaryFolder(), 'backup')]
  await mkdir(join(other, 'rooms'))
  await writeFile(join(folder, 'seen-time.json'), JSON.stringify({ seenAt: BEGIN + 200 * DAY_MS, leaps: [] }))
  set(200)
  expect(await isOver(await start(), 0)).toBe(true)
  for (const [command, dataDir] of [
    ['backup', other],
    ['restore', folder],
  ] as const)
    expect(await runBackup([command, target], { dataDir }, systemClock)).toMatchObject({ ok: true })
  expect(await isOver(await start(), 0)).toBe(false)
})
