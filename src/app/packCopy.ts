/**
 * A workshop as one file: a zip with the tables, which the app opens again, and everything the document says as JSON,
 * for what the tables cannot hold. Apart, because it is needed rarely and loads late.
 */
import { strToU8, zipSync } from 'fflate'
import { writeJson } from '../exchange/json/writeJson.ts'
import { writeTables } from '../exchange/tablesOut/writeTables.ts'
import { mainJourney } from '../model/select/journeys.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { ReadyFile } from './downloadFile.ts'
import { fileNameOf } from './downloadFile.ts'

export function packCopy(snapshot: WorkshopSnapshot, untitled: string): ReadyFile {
  const journey = mainJourney(snapshot)
  const tables = journey === null ? [] : writeTables(snapshot, journey.id).files
  const entries = Object.fromEntries(tables.map(({ name, text }) => [name, strToU8(text)]))
  const bytes = zipSync({ ...entries, 'workshop.json': strToU8(writeJson(snapshot)) })
  return {
    name: fileNameOf(snapshot.meta.title, untitled, 'zip'),
    mime: 'application/zip',
    bytes: new Uint8Array(bytes),
  }
}
