/** Step 13: what the signs mean; only those that this map uses, flowing in rows over its width. */
import type { Channel } from '../../model/records/channel.ts'
import { evidenceKinds } from '../../model/records/card.ts'
import type { CurveLayout } from '../curveLayout.ts'
import type { ColumnLayout, LegendItem, LegendLayout, LegendSample, PlacedCard } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import { EMPTY_BLOCK, moveText, setText, type TextBlock } from '../textBlock.ts'
import { touchpointOf } from '../placementBlock.ts'
import type { PlacedPlacement } from '../mapLayout.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { MapSource } from './readMap.ts'

export interface LegendUses {
  readonly cards: readonly PlacedCard[]
  readonly columns: readonly ColumnLayout[]
  readonly placements: readonly PlacedPlacement[]
  readonly curve: CurveLayout | null
}

export interface LegendEntry {
  readonly sample: LegendSample
  readonly label: string
}

function channelsOf(source: MapSource, placements: readonly PlacedPlacement[]): readonly Channel[] {
  const { snapshot } = source
  const found = new Set<Channel>()
  for (const { placementId } of placements) {
    const placement = snapshot.placements.get(placementId)
    const id = placement && touchpointOf(source, placement)?.channelId
    const channel = id ? snapshot.channels.get(standsFor(snapshot, 'channels', id)) : undefined
    if (channel && (channel.code || channel.name) !== channel.name) found.add(channel)
  }
  return [...found].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))
}

export function legendEntries(source: MapSource, uses: LegendUses): readonly LegendEntry[] {
  const { labels } = source.options
  const symbol = (name: Extract<LegendSample, { kind: 'symbol' }>['name']): LegendSample => ({
    kind: 'symbol',
    name,
    tone: null,
  })
  const onActivities = new Set(uses.columns.flatMap(({ marks }) => marks.map(({ name }) => name)))
  const onTouchpoints = new Set(uses.placements.flatMap(({ block }) => block.marks.map(({ name }) => name)))
  const marked = (name: 'bolt' | 'star'): boolean => onActivities.has(name) || onTouchpoints.has(name)
  const entries: LegendEntry[] = []
  if (marked('bolt')) entries.push({ sample: symbol('bolt'), label: labels.painPoint })
  if (marked('star')) entries.push({ sample: symbol('star'), label: labels.momentOfTruth })
  if (onActivities.has('target')) entries.push({ sample: symbol('target'), label: labels.objective })
  if (onActivities.has('spark')) entries.push({ sample: symbol('spark'), label: labels.unplanned })
  const evidence = new Set(uses.cards.map(({ block }) => block.evidenceMark?.evidence))
  for (const kind of evidenceKinds) {
    if (evidence.has(kind)) entries.push({ sample: symbol(kind), label: labels.evidence[kind] })
  }
  if (uses.cards.some(({ block }) => block.votesMark))
    entries.push({ sample: symbol('vote'), label: labels.votes })
  const strings = (uses.curve?.strings ?? []).filter(({ pins }) => pins.length > 0)
  for (const { view } of strings) entries.push({ sample: { kind: 'view', view }, label: labels[view] })
  if (strings.some(({ spread }) => spread.length > 0))
    entries.push({ sample: { kind: 'spread' }, label: labels.spread })
  if ((uses.curve?.gap.length ?? 0) > 0) entries.push({ sample: { kind: 'gap' }, label: labels.gap })
  for (const channel of channelsOf(source, uses.placements)) {
    entries.push({
      sample: { kind: 'chip', colour: channel.colour || null, code: channel.code },
      label: channel.name,
    })
  }
  return entries
}

/** Entries in rows, in the order given. */
export function flowLegend(
  source: MapSource,
  entries: readonly LegendEntry[],
  place: { readonly x: number; readonly y: number; readonly width: number },
  measures: MapMeasures,
): LegendLayout | null {
  if (entries.length === 0) return null
  const style = measures.text.legend
  const rowHeight = style.size * 1.7
  const gap = style.size * 0.5
  const items: LegendItem[] = []
  let x = place.x
  let y = place.y
  for (const entry of entries) {
    const sample = setSample(source, entry.sample, measures)
    const room = Math.max(style.size, place.width - sample.width - gap)
    const text = setText(entry.label, style, { x: 0, y: 0, width: room }, source.options.metrics)
    const width = sample.width + gap + text.width
    if (x > place.x && x + width > place.x + place.width) {
      x = place.x
      y += rowHeight
    }
    const height = Math.max(rowHeight, text.height)
    items.push({
      x,
      y,
      width,
      height,
      sample: entry.sample,
      sampleRect: { x, y: y + (rowHeight - sample.height) / 2, width: sample.width, height: sample.height },
      sampleText: moveText(sample.text, x, y + (rowHeight - sample.height) / 2),
      text: moveText(text, x + sample.width + gap, y + (rowHeight - style.size * style.lineHeight) / 2),
    })
    x += width + style.size * 1.6
    if (height > rowHeight) y += height - rowHeight
  }
  return { x: place.x, y: place.y, width: place.width, height: y + rowHeight - place.y, items }
}

interface SetSample {
  readonly width: number
  readonly height: number
  readonly text: TextBlock
}

function setSample(source: MapSource, sample: LegendSample, measures: MapMeasures): SetSample {
  const size = measures.text.legend.size * 1.15
  switch (sample.kind) {
    case 'symbol':
    case 'face':
      return { width: size, height: size, text: EMPTY_BLOCK }
    case 'chip': {
      const style = measures.text.code
      const pad = style.size * 0.45
      const text = setText(
        sample.code,
        style,
        { x: pad, y: 0, width: 12 * style.size },
        source.options.metrics,
      )
      return { width: text.width + 2 * pad, height: text.height, text }
    }
    default:
      return { width: size * 2.2, height: size, text: EMPTY_BLOCK }
  }
}

export function placeLegend(
  source: MapSource,
  uses: LegendUses,
  place: { readonly x: number; readonly y: number; readonly width: number },
  measures: MapMeasures,
): LegendLayout | null {
  if (!source.options.showLegend) return null
  return flowLegend(source, legendEntries(source, uses), place, measures)
}
