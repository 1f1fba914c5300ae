/**
 * A log or survey that stays beside the document: its header and quoting are checked, its records are counted, its
 * bytes are named by their hash and not changed.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { PlannedAttachment } from './ImportPlan.ts'
import { type Job, pause } from './job.ts'
import type { TableBytes } from './tableBytes.ts'
import { checkHeader, openCsv, reportFault } from './tables/csvFile.ts'
import type { ProblemList } from './tables/ProblemList.ts'
import { type AttachmentName, attachmentFormats } from './tables/tableFormat.ts'

const ROWS_PER_PIECE = 20_000

export async function planAttachment(
  name: AttachmentName,
  source: TableBytes,
  list: ProblemList,
  job: Job,
): Promise<PlannedAttachment | undefined> {
  const { kind, columns } = attachmentFormats[name]
  const csv = openCsv(source, list)
  if (csv === undefined || !checkHeader(csv, columns, list)) return undefined
  let rows = 0
  for (;;) {
    const next = csv.rows.next()
    if (next.done === true) {
      if (next.value !== undefined) reportFault(csv, next.value, list)
      break
    }
    rows += 1
    const { cells, line } = next.value
    if (cells.length !== csv.header.length) {
      const [value, expected] = [String(cells.length), String(csv.header.length)]
      list.add({ code: 'cellCount', file: csv.file, line, column: csv.header.at(-1) ?? '', value, expected })
      if (list.full) break
    }
    if (rows % ROWS_PER_PIECE === 0 && (await pause(job))) break
  }
  const content = source.bytes
  return {
    name: source.rows === undefined ? source.file : `${name}.csv`,
    kind,
    sha256: bytesToHex(sha256(content)),
    bytes: content.length,
    rows,
    content,
  }
}
