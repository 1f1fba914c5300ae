/**
 * Mermaid `journey` diagrams → a plan: sections become phases, tasks activities, scores the agreed value from the
 * customer's view, actors cards in a lane of their own. Also those in the fenced blocks of a Markdown file.
 */
import { firstRound } from '../../model/records/round.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { PlannedEntry, PlannedRecord } from '../document/PlannedDocument.ts'
import type { ImportPlan } from '../ImportPlan.ts'
import type { ImportTexts } from '../importTexts.ts'
import { type Limits, LIMITS } from '../limits.ts'
import type { ImportProblem } from '../problem.ts'
import { NO_TABLES } from '../tables/parsedTables.ts'
import { ProblemList } from '../tables/ProblemList.ts'
import { type Diagram, readDiagram, type SourceLines } from './readDiagram.ts'
import { scoreToValue } from './scores.ts'

/** Begins the key of the lane that holds actors: the export finds it again. */
export const ACTORS_KEY = 'mermaid-actors'

export function planMermaid(
  text: string,
  file: string,
  texts: ImportTexts,
  limits: Limits = LIMITS,
): Result<ImportPlan, readonly ImportProblem[]> {
  const list = new ProblemList(limits.problems)
  const diagrams = diagramsIn(text, file).map((source) => readDiagram(source, list))
  if (diagrams.length === 0) list.add({ code: 'noMermaidJourney', file })
  if (list.problems.length > 0) return err(list.problems)
  const builder = new DiagramPlan(texts)
  for (const diagram of diagrams) builder.add(diagram)
  const { records, entries } = builder
  const tooMany = records.length > limits.rows
  if (tooMany) return err([{ code: 'tooManyRows', file, limit: String(limits.rows) }])
  const counts = { phases: 0, activities: 0, cards: 0 }
  for (const { table } of records) if (table in counts) counts[table as keyof typeof counts] += 1
  const title = diagrams[0]?.title ?? ''
  return ok({
    title,
    tables: NO_TABLES,
    document: { records, entries },
    attachments: [],
    notices: [],
    counts,
  })
}

function diagramsIn(text: string, file: string): SourceLines[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const fences = lines.flatMap((line, index) => (/^\s*(```|~~~)\s*mermaid\s*$/.test(line) ? [index] : []))
  if (fences.length === 0) return [{ file, lines, first: 1 }]
  return fences.flatMap((fence): SourceLines[] => {
    const end = lines.findIndex((line, index) => index > fence && /^\s*(```|~~~)\s*$/.test(line))
    const inside = lines.slice(fence + 1, end < 0 ? lines.length : end)
    // A document may hold diagrams of other kinds.
    return inside.some((line) => /^\s*journey\s*$/i.test(line))
      ? [{ file, lines: inside, first: fence + 2 }]
      : []
  })
}

class DiagramPlan {
  readonly records: PlannedRecord[] = []
  readonly entries: PlannedEntry[] = []
  private readonly texts: ImportTexts
  private readonly used = new Map<string, number>()

  constructor(texts: ImportTexts) {
    this.texts = texts
  }

  add(diagram: Diagram): void {
    const { title, description, sections } = diagram
    const journeyId = this.key(`mermaid|${title}`)
    this.put('journeys', journeyId, { title, scope: description, order: this.records.length + 1 })
    const tasks = sections.flatMap((section) => section.tasks)
    const lanes = { curve: `${journeyId}|curve`, actors: `${ACTORS_KEY}|${journeyId}` }
    this.put('lanes', lanes.curve, { journeyId, kind: 'curve', title: this.texts.curve, order: 2 })
    if (tasks.some(({ actors }) => actors.length > 0)) {
      this.put('lanes', lanes.actors, { journeyId, kind: 'own', title: this.texts.actors, order: 1 })
    }
    for (const [index, { name, tasks: held }] of sections.entries()) {
      const phaseId = name === null ? null : this.key(`${journeyId}|section|${name}`)
      if (phaseId !== null) this.put('phases', phaseId, { journeyId, title: name, order: index + 1 })
      for (const [at, task] of held.entries()) {
        const key = this.key(`${phaseId ?? journeyId}|task|${task.name}`)
        this.put('activities', key, { place: { journeyId, phaseId, order: at + 1 }, text: task.name })
        this.addActors(key, lanes.actors, task.actors)
        this.addScore(key, task.score)
      }
    }
  }

  private addActors(activityId: string, laneId: string, actors: readonly string[]): void {
    for (const [index, text] of actors.entries()) {
      const place = { laneId, activityId, placementId: null, order: index + 1 }
      this.put('cards', this.key(`${activityId}|actor|${text}`), { place, text })
    }
  }

  private addScore(subjectId: string, score: number | null): void {
    if (score === null) return
    const key = { subjectKind: 'activity', subjectId, view: 'outside', roundId: firstRound }
    this.entries.push({ table: 'agreedValues', entry: { ...key, value: scoreToValue(score) } })
  }

  /** The same name again is another one; the n-th of a name is the same one in the next import. */
  private key(name: string): string {
    const times = (this.used.get(name) ?? 0) + 1
    this.used.set(name, times)
    return times === 1 ? name : `${name}|${String(times)}`
  }

  private put(table: PlannedRecord['table'], key: string, fields: PlannedRecord['fields']): void {
    this.records.push({ table, key, fields })
  }
}
