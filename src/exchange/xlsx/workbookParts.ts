/** The parts of a workbook beside its sheets: which sheets there are, the shared texts, which styles mean dates. */
import { readXml, XmlFault } from './XmlReader.ts'
import { decodeCoded } from './xmlText.ts'

export interface SheetEntry {
  readonly name: string
  /** `xl/worksheets/sheet1.xml` */
  readonly part: string
}

const none = () => undefined

export function readSheetList(workbook: string, relations: string): readonly SheetEntry[] {
  const targets = new Map<string, string>()
  readXml(relations, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return
      targets.set(attributes.get('Id') ?? '', attributes.get('Target') ?? '')
    },
    close: none,
    text: none,
  })
  const sheets: SheetEntry[] = []
  readXml(workbook, {
    open: (name, attributes) => {
      if (name !== 'sheet') return
      const id = [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const target = targets.get(id)
      if (target === undefined) throw new XmlFault('damaged', id)
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      sheets.push({ name: attributes.get('name') ?? '', part })
    },
    close: none,
    text: none,
  })
  return sheets
}

/** Runs of one text with different looks are joined; readings above Japanese words are no part of it. */
export function readSharedStrings(xml: string | null): readonly string[] {
  const strings: string[] = []
  if (xml === null) return strings
  let current = ''
  let inText = false
  let hidden = 0
  readXml(xml, {
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 't') inText = true
      if (name === 'rPh') hidden += 1
    },
    close: (name) => {
      if (name === 'si') strings.push(decodeCoded(current))
      if (name === 't') inText = false
      if (name === 'rPh') hidden -= 1
    },
    text: (text) => {
      if (inText && hidden === 0) current += text
    },
  })
  return strings
}

/** Formats that every spreadsheet knows by number. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

export function readDateStyles(xml: string | null): ReadonlySet<number> {
  const dates = new Set<number>()
  if (xml === null) return dates
  const own = new Map<number, string>()
  let inFormats = false
  let index = 0
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inFormats = true
      if (name === 'numFmt') own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      if (name !== 'xf' || !inFormats) return
      const id = Number(attributes.get('numFmtId') ?? 0)
      const code = (own.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
      if (isBuiltInDate(id) || /[yd]/i.test(code)) dates.add(index)
      index += 1
    },
    close: (name) => {
      if (name === 'cellXfs') inFormats = false
    },
    text: none,
  })
  return dates
}
