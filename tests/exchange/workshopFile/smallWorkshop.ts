/** A workshop with a few activities and cards, a picture beside it, and ways to work on it, for tests of its file. */
import { fileOfWorkshop } from '../../../src/exchange/workshopFile/fileOfWorkshop.ts'
import { hashOf } from '../../../src/exchange/workshopFile/hashOf.ts'
import type { FileMedia, WorkshopFile } from '../../../src/exchange/workshopFile/workshopFile.ts'
import { writeWorkshopFile } from '../../../src/exchange/workshopFile/writeWorkshopFile.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { createRecord } from '../../../src/model/commands/createRecord.ts'
import type { CardId } from '../../../src/model/records/card.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import type { Result } from '../../../src/shared/result.ts'
import { column, laneOf, newWorkshop } from '../../model/support/testWorkshop.ts'

export type TestWorkshop = Pick<ReturnType<typeof newWorkshop>, 'workshop' | 'personId'>

/** The value, or the reasons as the test's failure. */
export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export const WRITTEN_AT = Date.UTC(2026, 10, 21, 9, 30)

export function addOneCard({ workshop, personId }: TestWorkshop, text: string): CardId {
  const { activities } = workshop.snapshot()
  const activityId = [...activities.keys()][0] ?? null
  const laneId = laneOf(workshop, 'expectations').id
  return must(addCard(workshop, { personId }, { laneId, activityId, text }))
}

/** Bytes that no compression makes smaller, as those of pictures; the same every time. */
export async function picture(seed: number, length = 4_000): Promise<FileMedia> {
  const bytes = new Uint8Array(length)
  let state = seed
  for (let at = 0; at < length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    bytes[at] = state >> 16
  }
  return { sha256: await hashOf(bytes), mime: 'image/jpeg', bytes }
}

export function showPicture({ workshop, personId }: TestWorkshop, { sha256, mime, bytes }: FileMedia): void {
  const fields = { kind: 'picture', sha256, mime, bytes: bytes.length } as const
  must(createRecord(workshop, { personId }, { table: 'media', fields }))
}

/** 3 columns, 20 cards, one picture. */
export async function workshopWithPicture(seed = 1) {
  const made = newWorkshop(seed)
  for (const text of ['Buchen', 'Packen', 'Umsteigen']) column(made.workshop, made, text)
  for (let n = 1; n <= 20; n += 1) addOneCard(made, `Karte ${n}: „schön wär’s“ 🚆`)
  const media = await picture(7)
  showPicture(made, media)
  return { ...made, media: [media] }
}

export function contentOf(workshop: WorkshopDocument, media: readonly FileMedia[] = []): WorkshopFile {
  return fileOfWorkshop(workshop, { appVersion: '0.1.0', createdAt: WRITTEN_AT, media })
}

export async function bytesOf(workshop: WorkshopDocument, media: readonly FileMedia[] = []) {
  return must(await writeWorkshopFile(contentOf(workshop, media))).bytes
}
