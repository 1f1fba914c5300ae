/** A sheet for each persona of the journey: picture, name and quote to be seen from across the table, then all the rest. */
import type { Scene, SceneOp } from '../../layout/scene.ts'
import { moveOps } from '../../layout/ops/moveOps.ts'
import type { Persona } from '../../model/records/persona.ts'
import { orderedPersonas } from '../../model/select/orderedPersonas.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { traitsOf } from '../../model/select/traitsOf.ts'
import { factPieces } from './factPieces.ts'
import type { Piece } from './flowPieces.ts'
import { pictureFrame } from './pictureFrame.ts'
import { columnWidth, profilePages } from './profilePages.ts'
import { framedPages, type SheetPage, sheetPage } from './sheetFrame.ts'
import { setAt, type SheetSource, type Style } from './sheetSource.ts'
import { BODY, headingPieces, linePieces, listPieces, ruledPieces, section } from './textPieces.ts'
import { traitPieces } from './traitPieces.ts'

const PORTRAIT = { width: 52, height: 66 }
const GAP = 8
/** A longer head would push everything else off its page. */
const MOST_BAND = 0.45

const LISTS = ['goals', 'values', 'expectations', 'emotions', 'behaviour', 'informationHabits'] as const

/** Those of the journey; all of the workshop's when it names none, and a blank one when there are none. */
export function personaSheets(source: SheetSource): readonly Scene[] {
  const { snapshot, journey, t } = source
  const all = orderedPersonas(snapshot)
  const named = new Set(journey.personaIds.map((id) => standsFor(snapshot, 'personas', id)))
  const own = all.filter(({ id }) => named.has(id))
  const personas = own.length > 0 ? own : all
  const page = sheetPage(source, 'portrait')
  const contents = personas.flatMap((persona) => personaPages(source, page, persona))
  return framedPages(
    source,
    page,
    t('sheets.persona'),
    contents.length > 0 ? contents : profilePages(page, null, blankPieces(source, page)),
  )
}

function personaPages(source: SheetSource, page: SheetPage, persona: Persona) {
  const width = columnWidth(page)
  const band = bandOf(source, page, persona)
  const pieces = [
    ...(band === null ? headPieces(source, persona, width) : []),
    ...section(source, source.t('personas.demographics'), demographics(source, persona, width), width),
    ...LISTS.flatMap((field) =>
      section(
        source,
        source.t(`personas.${field}`),
        listPieces(source, persona[field].split('\n'), width),
        width,
      ),
    ),
    ...section(
      source,
      source.t('personas.traits'),
      traitPieces(source, traitsOf(source.snapshot, persona.id), width),
      width,
    ),
    ...section(source, source.t('personas.story'), linePieces(source, persona.story, BODY, width), width),
    ...section(source, source.t('personas.moodboard'), moodboard(source, persona, width), width),
  ]
  return profilePages(page, band, pieces)
}

function bandOf(source: SheetSource, page: SheetPage, persona: Persona): Piece | null {
  for (const scale of [1, 0.8, 0.65, 0.5]) {
    const band = bandAt(source, page, persona, scale)
    if (band.height <= page.body.height * MOST_BAND) return band
  }
  return null
}

function bandAt(source: SheetSource, page: SheetPage, persona: Persona, scale: number): Piece {
  const { theme, t } = source
  const picture = pictureFrame(source, persona.pictureId, PORTRAIT)
  const x = picture === null ? 0 : picture.width + GAP
  const width = page.body.width - x
  const name = persona.name || t('personas.unnamed')
  const ops: SceneOp[] = [...(picture?.ops ?? [])]
  let y = 0
  const add = (text: string, style: Style, gap: number, inset = 0): number => {
    const spot = { x: x + inset, y: y + gap, width: width - inset }
    const set = setAt(source, text, { ...style, points: style.points * scale }, spot)
    if (set.height === 0) return y
    ops.push(...set.ops)
    y += gap + set.height
    return y
  }
  add(name, { points: 30, font: 'bold', lineHeight: 1.15 }, 0)
  add(persona.role, { points: 13, colour: theme.quietInk }, 1.5)
  const top = y + 6
  const bottom = add(persona.quote, { points: 16, lineHeight: 1.35 }, 6, 6)
  if (bottom > top) {
    ops.push({ kind: 'rect', x, y: top + 0.8, width: 1.4, height: bottom - top - 1.2, fill: theme.activity })
  }
  return { height: Math.max(y, picture?.height ?? 0), ops }
}

/** Where name or quote are as long as a story, they flow like one. */
function headPieces(source: SheetSource, persona: Persona, width: number): readonly Piece[] {
  const picture = pictureFrame(source, persona.pictureId, { ...PORTRAIT, width })
  return [
    ...(picture === null ? [] : [{ height: picture.height, ops: picture.ops }]),
    ...linePieces(source, persona.name, { points: 14, font: 'bold' }, width, { gap: 3 }),
    ...linePieces(source, persona.role, BODY, width, { gap: 2 }),
    ...linePieces(source, persona.quote, BODY, width, { gap: 4 }),
  ]
}

/** Lines of `label=value`: the label small above its value. */
function demographics(source: SheetSource, { demographics: text }: Persona, width: number): readonly Piece[] {
  return text.split('\n').flatMap((line): readonly Piece[] => {
    const at = line.indexOf('=')
    if (at < 0) return linePieces(source, line, BODY, width, { gap: 1 })
    return factPieces(source, line.slice(0, at).trim(), line.slice(at + 1).trim() || '–', width)
  })
}

function moodboard(source: SheetSource, persona: Persona, width: number): readonly Piece[] {
  const most = { width: (width - 3) / 2, height: 60 }
  const pictures = persona.moodboardIds.flatMap((id) => pictureFrame(source, id, most) ?? [])
  const rows: Piece[] = []
  for (let index = 0; index < pictures.length; index += 2) {
    const [left, right] = [pictures[index], pictures[index + 1]]
    if (left === undefined) continue
    rows.push({
      height: Math.max(left.height, right?.height ?? 0),
      gap: 3,
      ops: [...left.ops, ...(right === undefined ? [] : moveOps(right.ops, most.width + 3, 0))],
    })
  }
  return rows
}

/** To be filled in by hand. */
function blankPieces(source: SheetSource, page: SheetPage): readonly Piece[] {
  const { t } = source
  const width = columnWidth(page)
  const fields = ['name', 'role', 'quote', 'demographics', ...LISTS, 'story'] as const
  return fields.flatMap((field) => [
    ...headingPieces(source, t(`personas.${field}`), width),
    ...ruledPieces(source, field === 'name' || field === 'role' ? 1 : 3, width),
  ])
}
