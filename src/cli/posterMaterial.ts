/** What a poster needs beside the workshop: the files of logo and fonts, and which lanes and phases the names mean. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { laneLabels } from '../i18n/laneLabels.ts'
import type { Translate } from '../i18n/translate.ts'
import { readAddedFont } from '../layout/font/readAddedFont.ts'
import type { MapFilter } from '../layout/mapOptions.ts'
import type { JourneyId } from '../model/records/journey.ts'
import { orderedLanes } from '../model/select/orderedLanes.ts'
import { orderedPhases } from '../model/select/orderedPhases.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import { readJpeg } from '../poster/pdf/readJpeg.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { PosterContent } from './parsePosterContent.ts'

export interface Logo {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** An error is a sentence. */
type Said<T> = Result<T, string>

export async function readLogo(path: string | null, t: Translate): Promise<Said<Logo | null>> {
  if (path === null) return ok(null)
  const bytes = await readOrNull(path)
  if (bytes === null) return err(t('cli.fileUnreadable', { value: path }))
  const jpeg = readJpeg(bytes)
  if (jpeg === null) return err(t('cli.logoNoJpeg', { value: path }))
  return ok({ bytes, width: jpeg.width, height: jpeg.height })
}

export async function readFonts(
  paths: readonly string[],
  t: Translate,
): Promise<Said<readonly ArrayBuffer[]>> {
  const fonts: ArrayBuffer[] = []
  for (const path of paths) {
    const bytes = await readOrNull(path)
    if (bytes === null) return err(t('cli.fileUnreadable', { value: path }))
    const font = readAddedFont(bytes)
    if (!font.ok) return err(`${basename(path)}: ${t(`cli.font_${font.error}`)}`)
    fonts.push(font.value)
  }
  return ok(fonts)
}

export function filterOf(
  { lanes, phases, cards }: PosterContent,
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  t: Translate,
): Said<MapFilter> {
  const names = laneLabels(t)
  const ofLanes = orderedLanes(snapshot, journeyId).map(({ id, title, kind }) => ({
    id,
    name: title || names[kind],
  }))
  const ofPhases = orderedPhases(snapshot, journeyId).map(({ id, title }) => ({ id, name: title }))
  const laneIds = named(lanes, ofLanes)
  if (!laneIds.ok) return err(t('cli.noSuchLane', { value: laneIds.error, names: listOf(ofLanes) }))
  const phaseIds = named(phases, ofPhases)
  if (!phaseIds.ok) return err(t('cli.noSuchPhase', { value: phaseIds.error, names: listOf(ofPhases) }))
  return ok({ laneIds: laneIds.value, phaseIds: phaseIds.value, cards })
}

interface Named<Id> {
  readonly id: Id
  readonly name: string
}

const listOf = (all: readonly Named<unknown>[]) => all.map(({ name }) => name).join('; ')

/** The error is the name that nothing has. */
function named<Id>(
  wanted: readonly string[] | null,
  all: readonly Named<Id>[],
): Result<readonly Id[] | null, string> {
  if (wanted === null) return ok(null)
  const found: Id[] = []
  for (const name of wanted) {
    const same = all.filter((one) => one.name.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0)
    if (same.length === 0) return err(name)
    found.push(...same.map(({ id }) => id))
  }
  return wanted.length === 0 ? err('') : ok(found)
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return null
    throw cause
  }
}
