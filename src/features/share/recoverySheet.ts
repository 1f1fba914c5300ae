/**
 * The recovery sheet as a scene on A4: the moderator's link as a code and in writing, which workshop it opens, what it
 * is and what to do with it. A scene, so that it is printed by the same engine as the posters, without a network.
 */
import type { Translate } from '../../i18n/translate.ts'
import type { Scene, SceneOp } from '../../layout/scene.ts'
import { setText, type TextStyle } from '../../layout/textBlock.ts'
import type { TextMetrics } from '../../layout/textMetrics.ts'

export interface RecoverySheet {
  readonly title: string
  /** Days in words, in the language of the sheet; null when nobody knows. */
  readonly created: string | null
  readonly printed: string
  readonly origin: string
  /** The beginning of the room's public name, as it stands in the relay's log. */
  readonly room: string
  readonly link: string
  /** Dark modules of the code, without a border. */
  readonly code: readonly (readonly boolean[])[]
}

const A4 = { width: 210, height: 297 }
const MARGIN = 20
const COLUMN = A4.width - 2 * MARGIN
const INK = '#1d2a33'
const QUIET_INK = '#4a5961'
const CODE_SIZE = 66

const STYLES = {
  heading: { font: 'bold', size: 9, lineHeight: 1.15 },
  sub: { font: 'regular', size: 5, lineHeight: 1.25 },
  part: { font: 'bold', size: 4.6, lineHeight: 1.3 },
  text: { font: 'regular', size: 4, lineHeight: 1.35 },
  strong: { font: 'bold', size: 4.2, lineHeight: 1.35 },
  small: { font: 'regular', size: 3.4, lineHeight: 1.35 },
  key: { font: 'bold', size: 4.7, lineHeight: 1.4 },
} as const satisfies Readonly<Record<string, TextStyle>>

export function recoverySheetScene(sheet: RecoverySheet, t: Translate, metrics: TextMetrics): Scene {
  const page = new SheetPage(metrics)
  page.write(t('recovery.heading'), 'heading')
  page.write(t('recovery.forModerator'), 'sub', { colour: QUIET_INK, after: 5 })
  page.boxed(t('recovery.warning'))
  const top = page.y
  page.code(sheet.code, top, t('recovery.scan'))
  page.facts(factsOf(sheet, t), COLUMN - CODE_SIZE - 8)
  page.y = Math.max(page.y, top + CODE_SIZE + 11)
  page.write(t('recovery.whatFor'), 'part')
  page.points([t('recovery.useOne'), t('recovery.useTwo')], '•')
  page.write(t('recovery.whatToDo'), 'part')
  page.points([t('recovery.stepOne'), t('recovery.stepTwo'), t('recovery.stepThree')], null)
  page.write(t('recovery.limits'), 'text', { after: 4 })
  page.write(t('recovery.key'), 'small', { colour: QUIET_INK })
  page.write(inGroups(keyOf(sheet.link)), 'key', { after: 3 })
  page.write(`${t('recovery.link')}: ${sheet.link}`, 'small', { colour: QUIET_INK })
  return { ...A4, ops: page.ops }
}

function factsOf(sheet: RecoverySheet, t: Translate): readonly (readonly [string, string])[] {
  return [
    [t('recovery.workshop'), sheet.title],
    ...(sheet.created === null ? [] : [[t('recovery.created'), sheet.created] as const]),
    [t('recovery.printed'), sheet.printed],
    [t('recovery.relay'), sheet.origin],
    [t('recovery.room'), sheet.room],
  ]
}

/** What stands behind `#`: enough to join with, and all that has to be typed. */
function keyOf(link: string): string {
  return link.slice(link.indexOf('#') + 1)
}

function inGroups(key: string): string {
  return key.match(/.{1,5}/g)?.join('  ') ?? key
}

class SheetPage {
  readonly ops: SceneOp[] = [{ kind: 'rect', x: 0, y: 0, ...A4, fill: '#ffffff' }]
  y = MARGIN
  readonly #metrics: TextMetrics

  constructor(metrics: TextMetrics) {
    this.#metrics = metrics
  }

  write(
    text: string,
    style: keyof typeof STYLES,
    place: { x?: number; width?: number; colour?: string; after?: number } = {},
  ): void {
    const { x = MARGIN, width = COLUMN, colour = INK, after = 1.2 } = place
    const block = setText(text, STYLES[style], { x, y: this.y, width }, this.#metrics)
    for (const line of block.lines) {
      const { font, size, baseline } = line
      const shown = line.hyphen ? `${line.text}-` : line.text
      this.ops.push({ kind: 'text', text: shown, x: line.x, baseline, font, size, colour })
    }
    this.y += block.height + after
  }

  boxed(text: string): void {
    const top = this.y
    const at = this.ops.length
    this.y += 4
    this.write(text, 'strong', { x: MARGIN + 5, width: COLUMN - 10, after: 4 })
    const box = { x: MARGIN, y: top, width: COLUMN, height: this.y - top, radius: 2.5 }
    const paint = { fill: '#fff1d6', stroke: '#b3641b', strokeWidth: 0.6 }
    this.ops.splice(at, 0, { kind: 'rect', ...box, ...paint })
    this.y += 6
  }

  facts(facts: readonly (readonly [string, string])[], width: number): void {
    for (const [name, value] of facts) {
      this.write(name, 'small', { width, colour: QUIET_INK, after: 0 })
      this.write(value, 'strong', { width, after: 2.4 })
    }
  }

  points(texts: readonly string[], sign: string | null): void {
    for (const [index, text] of texts.entries()) {
      const { y } = this
      this.write(sign ?? `${String(index + 1)}.`, 'text', { width: 7 })
      this.y = y
      this.write(text, 'text', { x: MARGIN + 7, width: COLUMN - 7 })
    }
    this.y += 2.5
  }

  /** Runs of dark modules as one rectangle each; the border that scanners need is the white page around it. */
  code(modules: RecoverySheet['code'], top: number, label: string): void {
    const size = CODE_SIZE / modules.length
    const left = A4.width - MARGIN - CODE_SIZE
    modules.forEach((row, line) => {
      for (let from = 0; from < row.length; from += 1) {
        if (row[from] !== true) continue
        let to = from
        while (row[to] === true) to += 1
        const place = { x: left + from * size, y: top + line * size, width: (to - from) * size }
        this.ops.push({ kind: 'rect', ...place, height: size, fill: '#000000' })
        from = to
      }
    })
    const { y } = this
    this.y = top + CODE_SIZE + 2.5
    this.write(label, 'strong', { x: left, width: CODE_SIZE })
    this.y = y
  }
}
