/**
 * The map as one page that needs nothing else: opens from an e-mail, without a network, and can only be read. The drawn
 * map comes first; below it the same as headings and lists, for screen readers, search and copying. Nothing in it runs.
 */
import type { JourneyId } from '../../model/records/journey.ts'
import type { Activity } from '../../model/records/activity.ts'
import type { LaneKind } from '../../model/records/lane.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { cardsInCell } from '../../model/select/cardsInCell.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { HTML_STYLE } from './htmlStyle.ts'

export interface HtmlTexts {
  readonly untitled: string
  readonly unsorted: string
  readonly unnamedPhase: string
  /** Heading of the part that repeats the map as text. */
  readonly asText: string
  readonly zoom: string
  /** The whole map at once. */
  readonly fit: string
  readonly made: string
  readonly lanes: Readonly<Record<LaneKind, string>>
}

export interface HtmlWish {
  readonly journeyId: JourneyId
  /** The drawn map, as `sceneToSvg` makes it. */
  readonly svg: string
  /** BCP 47. */
  readonly language: string
  readonly texts: HtmlTexts
}

const ZOOMS = [
  ['fit', ''],
  ['half', '50 %'],
  ['full', '100 %'],
  ['double', '200 %'],
] as const

/** No script, no address outside: the browser is told so too. */
const POLICY =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function writeHtml(snapshot: WorkshopSnapshot, { journeyId, svg, language, texts }: HtmlWish): string {
  const title = escape(snapshot.journeys.get(journeyId)?.title || snapshot.meta.title || texts.untitled)
  const zooms = ZOOMS.map(
    ([id, label], index) =>
      `<input type="radio" name="zoom" id="zoom-${id}"${index === 0 ? ' checked' : ''}><label for="zoom-${id}">${label || escape(texts.fit)}</label>`,
  )
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<fieldset class="zoom"><legend>${escape(texts.zoom)}</legend>${zooms.join('')}</fieldset>
<div class="map" tabindex="0" role="region" aria-label="${title}">${svg}</div>
<h2>${escape(texts.asText)}</h2>
${mapAsText(snapshot, journeyId, texts)}
<footer>${escape(texts.made)}</footer>
</body>
</html>
`
}

function mapAsText(snapshot: WorkshopSnapshot, journeyId: JourneyId, texts: HtmlTexts): string {
  const { phases, pile } = activitiesByPhase(snapshot, journeyId)
  const groups = [
    ...phases.map(({ phase, activities }) => ({ title: phase.title || texts.unnamedPhase, activities })),
    ...(pile.length === 0 ? [] : [{ title: texts.unsorted, activities: pile }]),
  ]
  return groups
    .map(({ title, activities }) => {
      const shown = activities.map((activity) => activityAsText(snapshot, journeyId, activity, texts))
      return `<section><h3>${escape(title)}</h3>\n${shown.join('\n')}</section>`
    })
    .join('\n')
}

function activityAsText(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  { id, text }: Activity,
  texts: HtmlTexts,
): string {
  const lanes = allLanes(snapshot, journeyId).flatMap((lane) => {
    const cards = cardsInCell(snapshot, lane.id, id)
    if (cards.length === 0) return []
    const items = cards.map((card) => `<li>${lines(card.text)}</li>`).join('')
    return [`<dt>${escape(lane.title || texts.lanes[lane.kind])}</dt><dd><ul>${items}</ul></dd>`]
  })
  const held = lanes.length === 0 ? '' : `<dl>${lanes.join('')}</dl>`
  return `<details><summary>${escape(text) || '…'}</summary>${held}</details>`
}

function lines(text: string): string {
  return escape(text).replaceAll('\n', '<br>')
}

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => MARKUP[character] ?? character)
}
