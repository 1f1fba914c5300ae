/**
 * Title, author, language and the two things that would make every file different: date and file id. Both come from the
 * job, so that printing the same map twice gives the same file.
 */
import type { jsPDF } from 'jspdf'
import type { PosterJob } from '../posterJob.ts'
import { type Hooks, internalsOf, versionOf } from './jsPdfInternals.ts'

export function writeMeta(document: jsPDF, hooks: Hooks, job: PosterJob): void {
  const { meta } = job
  document.setProperties({
    title: meta.title,
    creator: 'Etappe',
    ...(meta.author === undefined ? {} : { author: meta.author }),
    ...(meta.subject === undefined ? {} : { subject: meta.subject }),
  })
  // Language and viewer preferences came with 1.4; jsPDF says 1.3 unless told.
  versionOf(document).setPdfVersion('1.7')
  document.setCreationDate(pdfDate(meta.createdAt))
  // The pages as they are written say all that the scenes say, in a third of the length.
  const pages = internalsOf(document).pages.flat().join('\n')
  document.setFileId(fileId(JSON.stringify(meta) + pages))
  document.setDisplayMode('fullpage', 'single')
  const language = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(meta.language) ? meta.language : 'und'
  hooks.on('putCatalog', () => {
    internalsOf(document).write(`/Lang(${language})/ViewerPreferences<</DisplayDocTitle true>>`)
  })
}

/** Universal time, because a job must not depend on where it runs. jsPDF takes years 1970 to 2037 only. */
function pdfDate(milliseconds: number): string & Date {
  const latest = Date.UTC(2037, 11, 31)
  const time = new Date(Math.min(Math.max(milliseconds, 0), latest)).toISOString()
  return `D:${time.slice(0, 19).replace(/\D/g, '')}+00'00'` as string & Date
}

/** 128 bits that differ when the content differs; no secret, so a plain hash with four starting values will do. */
function fileId(content: string): string {
  let [a, b, c, d] = [0x811c9dc5, 0x050c5d1f, 0x9e3779b9, 0x7f4a7c15]
  for (let index = 0; index < content.length; index += 1) {
    const code = content.charCodeAt(index)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x01000193)
    c = Math.imul(c ^ code, 0x01000193)
    d = Math.imul(d ^ code, 0x01000193)
  }
  return [a, b, c, d].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('')
}
