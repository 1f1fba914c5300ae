/**
 * Checks an import in whole before anything is written: every table by itself, then the references between them.
 * All problems are found that can be found, up to a limit, so that a person repairs a file once.
 */
import { err, ok, type Result } from '../shared/result.ts'
import type { ImportPlan, PlannedAttachment } from './ImportPlan.ts'
import { type Job, pause } from './job.ts'
import { type Limits, LIMITS } from './limits.ts'
import { planAttachment } from './planAttachment.ts'
import type { ImportProblem } from './problem.ts'
import type { TableBytes, TableSet } from './tableBytes.ts'
import { checkReferences } from './tables/checkReferences.ts'
import { type ParsedTables, plainTables } from './tables/parsedTables.ts'
import { ProblemList } from './tables/ProblemList.ts'
import { readTable, type TableRow } from './tables/readTable.ts'
import { attachmentNames, type FileTable, type TableName, tableNames } from './tables/tableFormat.ts'

export async function planImport(
  set: TableSet,
  job: Job = {},
  limits: Limits = LIMITS,
): Promise<Result<ImportPlan, readonly ImportProblem[]>> {
  const list = new ProblemList(limits.problems)
  const bySource = new Map(set.tables.map((source) => [source.table, source]))
  const fileOf = (table: FileTable) => bySource.get(table)?.file ?? `${table}.csv`
  const reading = new TableReading(bySource, limits, list, job)
  const tables = await reading.readAll()
  const attachments = await planAttachments(bySource, list, job)
  if (job.signal?.aborted === true) return err([{ code: 'cancelled', file: '' }])
  checkJourney(tables, reading.unread, bySource.has('journey'), fileOf('journey'), list)
  checkReferences(tables, reading.unread, fileOf, list)
  notePictures(tables, fileOf('personas'), list)
  job.onProgress?.(1)
  if (list.problems.length > 0) return err(list.problems)
  const counts = countRows(tables, attachments)
  const title = tables.journey[0]?.values.title ?? ''
  return ok({
    title,
    tables: plainTables(tables),
    hasLiveCells: list.hasLiveCells,
    attachments,
    notices: [...set.notices, ...list.notices],
    counts,
  })
}

/** Reads the tables one after another; remembers which of them cannot be referred to. */
class TableReading {
  readonly unread = new Set<TableName>()
  private readonly sources: ReadonlyMap<FileTable, TableBytes>
  private readonly limits: Limits
  private readonly list: ProblemList
  private readonly job: Job
  private done = 0

  constructor(sources: ReadonlyMap<FileTable, TableBytes>, limits: Limits, list: ProblemList, job: Job) {
    this.sources = sources
    this.limits = limits
    this.list = list
    this.job = job
  }

  async readAll(): Promise<ParsedTables> {
    return {
      journey: await this.read('journey'),
      personas: await this.read('personas'),
      persona_traits: await this.read('persona_traits'),
      phases: await this.read('phases'),
      channels: await this.read('channels'),
      departments: await this.read('departments'),
      lanes: await this.read('lanes'),
      activities: await this.read('activities'),
      touchpoints: await this.read('touchpoints'),
      touchpoint_placements: await this.read('touchpoint_placements'),
      cards: await this.read('cards'),
      ratings: await this.read('ratings'),
      insights: await this.read('insights'),
      actions: await this.read('actions'),
      kpis: await this.read('kpis'),
      campaigns: await this.read('campaigns'),
    }
  }

  private async read<T extends TableName>(table: T): Promise<readonly TableRow<T>[]> {
    const source = this.sources.get(table)
    this.done += 1
    if (source === undefined || this.list.full || (await pause(this.job))) return []
    const before = this.list.problems.length
    const rows = await readTable(table, source, this.limits, this.list, this.job)
    if (this.list.problems.length > before) this.unread.add(table)
    this.job.onProgress?.(this.done / (tableNames.length + 1))
    return rows ?? []
  }
}

async function planAttachments(
  sources: ReadonlyMap<FileTable, TableBytes>,
  list: ProblemList,
  job: Job,
): Promise<PlannedAttachment[]> {
  const planned: PlannedAttachment[] = []
  for (const name of attachmentNames) {
    const source = sources.get(name)
    if (source === undefined || list.full || (await pause(job))) continue
    const attachment = await planAttachment(name, source, list, job)
    if (attachment !== undefined) planned.push(attachment)
  }
  return planned
}

/** Lanes name no journey, so the tables can only be of one. */
function checkJourney(
  { journey }: ParsedTables,
  unread: ReadonlySet<TableName>,
  present: boolean,
  file: string,
  list: ProblemList,
): void {
  const [first, second] = journey
  if (!present) list.add({ code: 'missingTable', file })
  else if (first === undefined && !unread.has('journey')) list.add({ code: 'noJourney', file })
  if (second === undefined) return
  list.add({ code: 'oneJourney', file, line: second.lineOf('id'), column: 'id', value: second.values.id })
}

function notePictures({ personas }: ParsedTables, file: string, list: ProblemList): void {
  for (const { values, lineOf } of personas) {
    const { photo: value } = values
    if (value !== '')
      list.note({ code: 'pictureIgnored', file, line: lineOf('photo'), column: 'photo', value })
  }
}

function countRows(tables: ParsedTables, attachments: readonly PlannedAttachment[]): ImportPlan['counts'] {
  const rows = (kind: PlannedAttachment['kind']) => attachments.find((one) => one.kind === kind)?.rows ?? 0
  const counted = Object.fromEntries(tableNames.map((table) => [table, tables[table].length]))
  const counts = { ...counted, event_log: rows('eventLog'), survey_responses: rows('surveyResponses') }
  return counts
}
