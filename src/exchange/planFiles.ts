/**
 * From what was picked to a plan, whatever it is: tables in a zip, in files or in a workbook, JSON, Mermaid. Judged by
 * content where content tells; the name decides only between texts.
 */
import { err, type Result } from '../shared/result.ts'
import { isTablePath } from './arrangeFiles.ts'
import { decodeUtf8 } from './csv/decodeUtf8.ts'
import type { ImportPlan } from './ImportPlan.ts'
import type { ImportTexts } from './importTexts.ts'
import { type InputFile, inputFileOf } from './inputFile.ts'
import type { Job } from './job.ts'
import { readJson } from './json/readJson.ts'
import { type Limits, LIMITS, mebibytes } from './limits.ts'
import { planMermaid } from './mermaid/planMermaid.ts'
import { planImport } from './planImport.ts'
import type { ImportProblem } from './problem.ts'
import { readTables } from './readTables.ts'
import { looksLikeOldWorkbook, looksLikeWorkbook, readXlsx } from './xlsx/readXlsx.ts'
import { looksLikeZip } from './zip/readDirectory.ts'

type Planned = Result<ImportPlan, readonly ImportProblem[]>

export async function planFiles(
  files: readonly InputFile[],
  texts: ImportTexts,
  job: Job = {},
  limits: Limits = LIMITS,
): Promise<Planned> {
  const [only] = files
  const single = only !== undefined && files.length === 1 && !isTablePath(only.name)
  if (single) return planSingle(only, texts, job, limits)
  // Whoever picked a document among tables would lose it without a word.
  const other = files.find(({ name }) => /\.(json|xlsx|mmd|mermaid|etappe)$/i.test(name))
  if (other !== undefined && !files.some(({ name }) => isTablePath(name)))
    return err([{ code: 'severalFiles', file: other.name }])
  return planTables(files, job, limits)
}

async function planTables(files: readonly InputFile[], job: Job, limits: Limits): Promise<Planned> {
  const set = await readTables(files, part(job, 0, 0.4), limits)
  return set.ok ? planImport(set.value, part(job, 0.4, 1), limits) : set
}

async function planSingle(file: InputFile, texts: ImportTexts, job: Job, limits: Limits): Promise<Planned> {
  const { name } = file
  if (file.size > limits.totalBytes)
    return err([{ code: 'fileTooLarge', file: name, limit: mebibytes(limits.totalBytes) }])
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    // It can vanish or be locked between picking and reading.
    return err([{ code: 'unreadable', file: name, value: error instanceof Error ? error.message : '' }])
  }
  if (looksLikeOldWorkbook(bytes)) return err([{ code: 'xlsxOld', file: name }])
  if (looksLikeZip(bytes)) {
    if (!looksLikeWorkbook(bytes)) return planTables([inputFileOf(name, bytes)], job, limits)
    const set = await readXlsx(bytes, name, limits, part(job, 0, 0.4))
    return set.ok ? planImport(set.value, part(job, 0.4, 1), limits) : set
  }
  return planText(bytes, name, texts, limits)
}

function planText(bytes: Uint8Array, name: string, texts: ImportTexts, limits: Limits): Planned {
  const text = decodeUtf8(bytes)
  const isDiagram = /\.(mmd|mermaid)$/i.test(name)
  if (!text.ok) {
    const isText = isDiagram || /\.(json|md|txt|csv)$/i.test(name)
    return err([isText ? { ...text.error, file: name } : { code: 'unknownFormat', file: name }])
  }
  const begin = text.value.slice(0, 2000).trimStart()
  if (/\.json$/i.test(name) || begin.startsWith('{')) return readJson(text.value, name, limits)
  const hasDiagram = /^\s*journey\s*$/im.test(text.value)
  if (isDiagram || (hasDiagram && !/\.csv$/i.test(name))) return planMermaid(text.value, name, texts, limits)
  // A csv with another name, and a zip that is none, are explained as they were.
  const code = /\.(csv|zip)$/i.test(name) ? 'notAZip' : 'unknownFormat'
  return err([{ code, file: name }])
}

function part({ signal, onProgress }: Job, from: number, to: number): Job {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress: (done) => onProgress(from + done * (to - from)) }),
  }
}
