/**
 * Everything on this device as one zip with a workshop file for each workshop, also of those in the bin. One is packed
 * at a time; the finished zip is read again from the beginning before anybody is told that it is whole.
 */
import { listDeviceArchive, readArchivedFile } from '../../exchange/deviceArchive/readDeviceArchive.ts'
import { StoredZip } from '../../exchange/deviceArchive/StoredZip.ts'
import { FILE_EXTENSION } from '../../exchange/workshopFile/fileFormat.ts'
import { readWorkshopFile } from '../../exchange/workshopFile/readWorkshopFile.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../../model/workshopDocument.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { persistWorkshop } from '../../storage/persistWorkshop.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import { storageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { Device } from '../device.ts'
import { fileNameOf } from '../downloadFile.ts'
import type { AppServices } from '../services.ts'
import type { NoteExport } from '../session/noteOnlyHere.ts'
import { packWorkshop } from '../workshopFile/packWorkshop.ts'

export interface ExportedDevice {
  readonly file: Blob
  readonly name: string
  readonly workshops: number
  /** Pictures that are on no file, because they are not on this device. */
  readonly missingPictures: number
  readonly leftOut: readonly LeftOut[]
  /** Titles of those in the zip of which only the second copy could be read: there may be more of them here. */
  readonly secondCopies: readonly string[]
}

export interface LeftOut {
  readonly title: string
  /** Null: there was no room for it in one zip. */
  readonly failure: StorageFailure | null
}

export interface ExportDeviceOptions {
  readonly untitled: string
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

export type ExportFailure = StorageFailure | { readonly code: 'cancelled' }

const MIME = 'application/zip'
/** `2027-04-30`, by this device's calendar. */
const ISO_DAYS = 'sv-SE'
const ALL = { withVersions: true } as const
/** Packing takes about this share of the time, reading again the rest. */
const PACKING = 0.7

export async function exportDevice(
  services: AppServices,
  device: Device,
  { untitled, signal, onProgress }: ExportDeviceOptions,
): Promise<Result<ExportedDevice, ExportFailure>> {
  const listed = await device.catalogue.list()
  if (!listed.ok) return listed
  const zip = new StoredZip()
  const parts: BlobPart[] = []
  const names = new Map<string, string>()
  const leftOut: LeftOut[] = []
  const secondCopies: string[] = []
  const notes: NoteExport[] = []
  let missingPictures = 0
  for (const [index, entry] of listed.value.entries()) {
    if (signal.aborted) return err({ code: 'cancelled' })
    onProgress((index / listed.value.length) * PACKING)
    const title = entry.title === '' ? untitled : entry.title
    const packed = await packEntry(services, device, entry, untitled)
    if (!packed.ok || !zip.fits(packed.value.file.bytes.length)) {
      leftOut.push({ title, failure: packed.ok ? null : packed.error })
      continue
    }
    missingPictures += packed.value.missing
    const name = freeName(title, names)
    names.set(name, entry.workshopId)
    if (packed.value.recovered) secondCopies.push(title)
    else notes.push(packed.value.noteExport)
    // A blob of its own for each: the browser may put it on disk before the next one is packed.
    parts.push(new Blob([...zip.add(name, packed.value.file.bytes)]))
  }
  const file = new Blob([...parts, ...zip.finish()], { type: MIME })
  const whole = await readAgain(file, names, (done) => onProgress(PACKING + (1 - PACKING) * done))
  if (!whole.ok) return whole
  for (const note of notes) {
    const noted = await note()
    if (!noted.ok) services.logger.warn('an export could not be noted', { ...noted.error })
  }
  const day = new Intl.DateTimeFormat(ISO_DAYS).format(services.clock.now())
  return ok({
    file,
    name: `Etappe ${day}.zip`,
    workshops: names.size,
    missingPictures,
    leftOut,
    secondCopies,
  })
}

/** As it is open, or as it is stored; only looked at, also in the bin, and never connected. */
async function packEntry(services: AppServices, device: Device, entry: WorkshopEntry, untitled: string) {
  const { workshopId } = entry
  const open = services.sessions.open().find((session) => session.workshopId === workshopId)
  if (open !== undefined) {
    const { document, recovered } = open
    const noteExport = open.beginExport()
    return ok({ ...(await packWorkshop(services, document, untitled, ALL)), recovered, noteExport })
  }
  const noteExport: NoteExport = () => {
    const lastExportAt = services.clock.now()
    return device.catalogue.update(workshopId, { lastExportAt, onlyHereSince: null })
  }
  const document = createWorkshopDocument({ clock: services.clock })
  const persistence = persistWorkshop({
    workshopId,
    documents: { ...document.docs },
    database: device.database,
  })
  const loaded = await persistence.loaded
  const packed = isThere(document) ? await packWorkshop(services, document, untitled, ALL) : null
  await persistence.close()
  document.destroy()
  if (packed !== null && (loaded.ok || loaded.error.recovered))
    return ok({ ...packed, recovered: !loaded.ok, noteExport })
  return err(loaded.ok ? storageFailure('damaged', 'the stored map says nothing') : loaded.error)
}

function isThere(document: WorkshopDocument): boolean {
  return document.snapshot().meta.workshopId !== ''
}

function freeName(title: string, taken: ReadonlyMap<string, string>): string {
  let name = fileNameOf(title, title, FILE_EXTENSION)
  for (let n = 2; taken.has(name); n += 1) name = fileNameOf(`${title} (${String(n)})`, title, FILE_EXTENSION)
  return name
}

async function readAgain(
  file: Blob,
  names: ReadonlyMap<string, string>,
  onProgress: (done: number) => void,
): Promise<Result<void, StorageFailure>> {
  const wrong = (name: string) => err(storageFailure('mismatch', `${name} does not read back`))
  const entries = names.size === 0 ? [] : await listDeviceArchive(file)
  if (entries === null || entries.length !== names.size) return wrong('the archive')
  for (const [index, entry] of entries.entries()) {
    const bytes = await readArchivedFile(file, entry)
    const read = bytes.ok ? await readWorkshopFile(bytes.value) : bytes
    if (!read.ok || read.value.workshopId !== names.get(entry.name)) return wrong(entry.name)
    onProgress((index + 1) / entries.length)
  }
  return ok(undefined)
}
