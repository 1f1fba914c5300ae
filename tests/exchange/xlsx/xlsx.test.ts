import { fc, test } from '@fast-check/vitest'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeJson } from '../../../src/exchange/json/writeJson.ts'
import { LIMITS } from '../../../src/exchange/limits.ts'
import { writeTables } from '../../../src/exchange/tablesOut/writeTables.ts'
import { dateText } from '../../../src/exchange/xlsx/dateText.ts'
import { readXml } from '../../../src/exchange/xlsx/XmlReader.ts'
import { writeXlsx } from '../../../src/exchange/xlsx/writeXlsx.ts'
import { decodeCoded, escapeXml } from '../../../src/exchange/xlsx/xmlText.ts'
import { mapLabels } from '../../../src/i18n/mapLabels.ts'
import { editRecord } from '../../../src/model/commands/editRecord.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { complaints, fileOf, imported } from '../imported.ts'
import { filesOf, sampleContents } from '../sample.ts'

const { 'event_log.csv': _log, 'survey_responses.csv': _survey, ...contents } = sampleContents()

function journeyOf(workshop: WorkshopDocument) {
  const journey = mainJourney(workshop.snapshot())
  if (journey === null) throw new Error('no journey')
  return journey.id
}

const workbookOf = (workshop: WorkshopDocument) =>
  writeXlsx(workshop.snapshot(), journeyOf(workshop), new Map(), mapLabels('en')).bytes

/** The workbook with one part changed, added or (null) taken away. */
function changed(workbook: Uint8Array, parts: Readonly<Record<string, string | ((xml: string) => string)>>) {
  const held = unzipSync(workbook)
  for (const [name, part] of Object.entries(parts)) {
    held[name] = strToU8(typeof part === 'string' ? part : part(strFromU8(held[name] ?? new Uint8Array())))
  }
  return fileOf('book.xlsx', zipSync(held))
}

/** The part of a sheet: the first is the map. */
function partOf(workbook: Uint8Array, sheet: string): string {
  const names = [
    ...strFromU8(unzipSync(workbook)['xl/workbook.xml'] ?? new Uint8Array()).matchAll(
      /<sheet name="([^"]+)"/g,
    ),
  ]
  return `xl/worksheets/sheet${names.findIndex(([, name]) => name === sheet) + 1}.xml`
}

describe('a workbook', { timeout: 120_000 }, () => {
  let workshop: WorkshopDocument
  let workbook: Uint8Array
  beforeAll(async () => {
    workshop = await imported(filesOf(contents))
    workbook = workbookOf(workshop)
  }, 120_000)

  it('comes back as the same workshop, byte for byte', async () => {
    const again = await imported([fileOf('book.xlsx', workbook)])
    expect(writeJson(again.snapshot())).toBe(writeJson(workshop.snapshot()))
    expect(workbookOf(again)).toEqual(workbook)
    const tables = (of: WorkshopDocument) => writeTables(of.snapshot(), journeyOf(of), { defused: false })
    expect(tables(again)).toEqual(tables(workshop))
  })

  it('begins with a sheet that looks like the map', () => {
    const map = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(map).toContain('<mergeCell ref="B2:E2"/>')
    expect(map).toContain('Ich sehne mich im grauen November nach dem Meer.')
    expect(map).toContain('• Fernweh 😀')
    expect(map).toContain('<c r="B13"')
  })

  it('is headed by the usual word as long as the journey has no name', () => {
    const { workshop: unnamed, actor } = newWorkshop()
    must(editRecord(unnamed, actor, { table: 'journeys', id: journeyOf(unnamed), patch: { title: '' } }))
    const map = strFromU8(unzipSync(workbookOf(unnamed))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(map).toContain('Customer journey')
  })

  it('holds texts that begin like a formula as texts, marked as such, and no formula anywhere', () => {
    const cards = strFromU8(unzipSync(workbook)[partOf(workbook, 'cards')] ?? new Uint8Array())
    const styles = strFromU8(unzipSync(workbook)['xl/styles.xml'] ?? new Uint8Array())
    const style = /s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=3 Brezn/.exec(cards)?.[1]
    const formats = /<cellXfs.*<\/cellXfs>/.exec(styles)?.[0].match(/<xf [^>]*>/g) ?? []
    expect(formats[Number(style)]).toContain('quotePrefix="1"')
    for (const part of Object.values(unzipSync(workbook))) expect(strFromU8(part)).not.toContain('<f>')
  })

  it('is read as a spreadsheet program saves it: shared texts, dates, gaps, moved columns', async () => {
    const shared =
      '<sst xmlns="x"><si><t>id</t></si><si><r><t>ti</t></r><r><t>tle</t></r></si><si><t>date</t></si><si><t>k1</t></si><si><t xml:space="preserve"> Sommer &amp; Meer_x000D_\n</t></si><si><t>channel_id</t></si><si><t>note</t></si></sst>'
    const rows =
      '<worksheet xmlns="x"><sheetData><row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>5</v></c><c r="E1" t="s"><v>6</v></c></row><row r="4"><c r="A4" s="1"><v>46142</v></c><c r="B4" t="s"><v>3</v></c><c r="C4" t="s"><v>4</v></c></row></sheetData></worksheet>'
    const styles =
      '<styleSheet xmlns="x"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const file = changed(workbook, {
      [partOf(workbook, 'campaigns')]: rows,
      'xl/sharedStrings.xml': shared,
    })
    // The other sheets mean the styles that were there: one that only knows campaigns is read with its own.
    const held = unzipSync(new Uint8Array(await file.arrayBuffer()))
    held['xl/styles.xml'] = strToU8(styles)
    const read = await imported([fileOf('book.xlsx', zipSync(held))])
    expect([...read.snapshot().campaigns.values()]).toMatchObject([
      { importKey: 'k1', title: ' Sommer & Meer\r\n', date: '2026-04-30' },
    ])
  })

  it('takes what is true or false as LibreOffice writes it, and no other formula in its place', async () => {
    const flag = (formula: string) =>
      changed(workbook, {
        [partOf(workbook, 'activities')]: (xml: string) =>
          xml.replaceAll(
            /<c (r="[FG]\d+" s="\d+") t="b"><v>(\d)<\/v><\/c>/g,
            (_, place: string, value: string) => {
              const said = formula === '' ? `${value === '1' ? 'TRUE' : 'FALSE'}()` : formula
              return `<c ${place} t="b"><f aca="false">${said}</f><v>${value}</v></c>`
            },
          ),
      })
    const pains = (book: WorkshopDocument) =>
      [...book.snapshot().activities.values()].filter(({ painPoint }) => painPoint).length
    expect(pains(await imported([flag('')]))).toBe(19)
    expect((await complaints(flag('NOT(FALSE())')))[0]).toContain('There is a formula here.')
  })

  it.each([
    [
      'a formula',
      'cards',
      (xml: string) => xml.replace(/<c r="E3"[^>]*>.*?<\/c>/, '<c r="E3"><f>1+1</f><v>2</v></c>'),
      'book.xlsx › cards, line 3, column “text”: There is a formula here.',
    ],
    [
      'an error',
      'cards',
      (xml: string) => xml.replace(/<c r="E3"[^>]*>.*?<\/c>/, '<c r="E3" t="e"><v>#REF!</v></c>'),
      'book.xlsx › cards, line 3, column “text”: This cell shows an error (#REF!).',
    ],
    [
      'an entity',
      'cards',
      (xml: string) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
      'book.xlsx: The workbook defines entities of its own (DOCTYPE).',
    ],
    [
      'an unknown entity',
      'cards',
      (xml: string) => xml.replace('<t xml:space="preserve">', '<t xml:space="preserve">&lol;'),
      'book.xlsx: The workbook defines entities of its own (&lol;).',
    ],
    [
      'a sheet that breaks off',
      'cards',
      (xml: string) => xml.slice(0, 5000),
      'book.xlsx: The workbook is damaged',
    ],
    [
      'a cell far away',
      'cards',
      (xml: string) => xml.replace(/<c r="E3"/, '<c r="XFD3"'),
      'book.xlsx › cards: This sheet has more than 500 rows or columns that are filled.',
    ],
    ['a wrong reference', 'cards', (xml: string) => xml.replace('>l-gefuehle<', '>l-x<'), '“l-x” is not in'],
  ])('%s is refused with its place', async (_, sheet, change, message) => {
    const file = changed(workbook, { [partOf(workbook, sheet)]: change })
    expect((await complaints(file)).join('\n')).toContain(message)
  })

  it('that reaches out or brings a program is refused', async () => {
    const link = changed(workbook, { 'xl/externalLinks/externalLink1.xml': '<a/>' })
    expect((await complaints(link))[0]).toContain('book.xlsx: The workbook refers to other files')
    const macro = changed(workbook, { 'xl/vbaProject.bin': 'x' })
    expect((await complaints(macro))[0]).toContain('book.xlsx: The workbook holds macros.')
    const old = fileOf('book.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))
    expect((await complaints(old))[0]).toContain('book.xls: This is a workbook of the old format (.xls).')
  })

  it('that unpacks without end is stopped at the limit', async () => {
    const bomb = changed(workbook, { [partOf(workbook, 'cards')]: () => ' '.repeat(8 * 1024 * 1024) })
    expect((await complaints(bomb, { ...LIMITS, ratio: 50 }))[0]).toContain('unpacks to more than 50 times')
  })

  it('without any of our sheets is no journey', async () => {
    const file = changed(workbook, {
      'xl/workbook.xml': (xml) => xml.replace(/<sheet name="[^"]+"/g, '<sheet name="Sheet"'),
    })
    expect((await complaints(file))[0]).toContain('This workbook has no sheet that is a table of a journey.')
  })
})

describe('texts in a workbook', () => {
  test.prop([fc.string({ unit: 'binary', maxLength: 40 })], { seed: 20_261_122, numRuns: 300 })(
    'come back as they were, whatever they hold',
    (text) => {
      let read = ''
      const none = () => undefined
      readXml(`<t>${escapeXml(text)}</t>`, { open: none, close: none, text: (part) => (read += part) })
      expect(decodeCoded(read)).toBe(text)
    },
  )

  it('days are those of the spreadsheet', () => {
    expect([dateText(46142), dateText(45351), dateText(46142.5)]).toEqual([
      '2026-04-30',
      '2024-02-29',
      '2026-04-30T12:00:00',
    ])
  })
})
