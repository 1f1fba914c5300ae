/**
 * The statements of one Mermaid `journey` diagram. A reader of lines, because Mermaid's own parser brings a megabyte and
 * names no places; what it accepts was compared with it. Knows nothing of workshops.
 */
import type { ImportProblem } from '../problem.ts'
import type { ProblemList } from '../tables/ProblemList.ts'
import { decodeEntities } from './entities.ts'

export interface DiagramTask {
  readonly name: string
  /** 1 to 5; null where our own export says that nobody rated. */
  readonly score: number | null
  readonly actors: readonly string[]
}

export interface DiagramSection {
  /** Null for tasks before the first section. */
  readonly name: string | null
  readonly tasks: DiagramTask[]
}

export interface Diagram {
  title: string
  description: string
  readonly sections: DiagramSection[]
}

export interface SourceLines {
  readonly file: string
  readonly lines: readonly string[]
  /** Number of the first line in the file. */
  readonly first: number
}

/** Written before a task that has no value: Mermaid cannot say that. */
export const UNRATED = '%% etappe: not rated'

export function readDiagram(source: SourceLines, list: ProblemList): Diagram {
  const reader = new DiagramReader(source, list)
  source.lines.forEach((line, index) => reader.read(line, source.first + index))
  reader.end()
  return reader.diagram
}

class DiagramReader {
  readonly diagram: Diagram = { title: '', description: '', sections: [] }
  private readonly file: string
  private readonly list: ProblemList
  private begun = false
  private frontMatter: 'possible' | 'open' | 'over' = 'possible'
  private inDirective = false
  /** Lines of an `accDescr { … }` that is still open. */
  private block: string[] | null = null
  private unrated = false
  private headTitle = ''
  private accTitle = ''

  constructor({ file }: SourceLines, list: ProblemList) {
    this.file = file
    this.list = list
  }

  read(line: string, number: number): void {
    const text = line.trim()
    if (this.block !== null) return this.readBlock(line, number)
    if (this.isFrontMatter(text) || this.isDirective(text)) return
    if (text.startsWith('%%')) {
      if (text === UNRATED) this.unrated = true
      return
    }
    if (text === '') return
    this.frontMatter = 'over'
    if (!this.begun) {
      if (/^journey\s*;?$/i.test(text)) this.begun = true
      else this.problem('mermaidOutside', number, text)
      return
    }
    this.readStatement(text, number)
  }

  end(): void {
    this.diagram.title ||= this.headTitle || this.accTitle
    if (!this.begun) this.list.add({ code: 'noMermaidJourney', file: this.file })
  }

  private isFrontMatter(text: string): boolean {
    if (this.frontMatter === 'over') return false
    if (text === '---') {
      this.frontMatter = this.frontMatter === 'open' ? 'over' : 'open'
      return true
    }
    if (this.frontMatter !== 'open') return false
    const title = /^title:\s*(.*)$/.exec(text)?.[1]
    if (title !== undefined) this.headTitle = title.replace(/^(["'])(.*)\1$/, '$2')
    return true
  }

  private isDirective(text: string): boolean {
    const isPart = this.inDirective || text.startsWith('%%{')
    this.inDirective = isPart && !text.includes('}%%')
    return isPart
  }

  private readBlock(line: string, number: number): void {
    const end = line.indexOf('}')
    this.block?.push(end < 0 ? line.trim() : line.slice(0, end).trim())
    if (end < 0) return
    this.diagram.description = (this.block ?? []).filter((part) => part !== '').join('\n')
    this.block = null
    const rest = line.slice(end + 1).trim()
    if (rest !== '') this.readStatement(rest, number)
  }

  private readStatement(text: string, number: number): void {
    const [, word = '', rest = ''] = /^(title|section|accTitle|accDescr)\b\s*(.*)$/i.exec(text) ?? []
    switch (word.toLowerCase()) {
      case 'title':
        this.diagram.title = decodeEntities(rest)
        return
      case 'section':
        this.diagram.sections.push({ name: decodeEntities(rest.replace(/;$/, '').trim()), tasks: [] })
        return
      case 'acctitle':
        this.accTitle = rest.replace(/^:\s*/, '')
        return
      case 'accdescr':
        if (rest.startsWith('{')) {
          this.block = []
          this.readBlock(rest.slice(1), number)
        } else this.diagram.description = rest.replace(/^:\s*/, '')
        return
      default:
        this.readTask(text, number)
    }
  }

  private readTask(text: string, number: number): void {
    const [name = '', score, ...others] = text
      .replace(/;$/, (end) => (/#\w+;$/.test(text) ? end : ''))
      .split(':')
    if (score === undefined || name.trim() === '') return this.problem('mermaidLine', number, text)
    const value = this.unrated ? null : Number(score.trim())
    const isScore = value === null || (score.trim() !== '' && value >= 1 && value <= 5)
    if (!isScore) return this.problem('mermaidScore', number, score.trim())
    this.unrated = false
    const actors = (others[0] ?? '').split(',').map((actor) => decodeEntities(actor.trim()))
    if (this.diagram.sections.length === 0) this.diagram.sections.push({ name: null, tasks: [] })
    this.diagram.sections.at(-1)?.tasks.push({
      name: decodeEntities(name.trim()),
      score: value,
      actors: actors.filter((actor) => actor !== ''),
    })
  }

  private problem(code: ImportProblem['code'], line: number, value: string): void {
    this.list.add({ code, file: this.file, line, value })
  }
}
