/** The bytes that a workshop says lie beside it: which hashes its file should carry. */
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

/** Hash → type, each once; of what is in the bin too, because it can be taken out again. */
export function mediaNamedIn({ media, attachments, bin }: WorkshopSnapshot): ReadonlyMap<string, string> {
  const all = [media, attachments, bin.media, bin.attachments].flatMap((table) => [...table.values()])
  return new Map(all.filter(({ sha256 }) => sha256 !== '').map(({ sha256, mime }) => [sha256, mime]))
}
