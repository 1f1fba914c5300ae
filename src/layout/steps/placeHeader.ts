/** Step 12: persona with her quote at the top left, title and frame of the journey beside her. */
import { standsFor } from '../../model/select/standsFor.ts'
import { initialsOf } from '../initialsOf.ts'
import type { HeaderLayout, PersonaLayout } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { Persona } from '../../model/records/persona.ts'
import { EMPTY_BLOCK, moveText, setText, type TextBlock } from '../textBlock.ts'
import type { MapSource } from './readMap.ts'

const PERSONA_WIDTH = 46
const TITLE_WIDTH = 62
const PAD = 1

export function journeyDetails(source: MapSource): string {
  const { journey, options } = source
  const { labels } = options
  const owner = journey.owner || (journey.ownerId === null ? '' : ownerName(source))
  return [labels.journeyKinds[journey.kind], journey.scope, owner === '' ? '' : `${labels.owner}: ${owner}`]
    .filter((line) => line !== '')
    .join('\n')
}

function ownerName(source: MapSource): string {
  const id = source.journey.ownerId
  return id === null
    ? ''
    : (source.snapshot.persons.get(standsFor(source.snapshot, 'persons', id))?.name ?? '')
}

export function placeHeader(source: MapSource, measures: MapMeasures): HeaderLayout | null {
  const { options, persona, journey } = source
  if (!options.showHeader) return null
  const em = measures.textSize
  const person = persona && placePersona(source, persona, measures, 0, 0)
  const x = person ? person.width + 2 * em : 0
  const width = TITLE_WIDTH * em
  const title = setText(
    journey.title || options.labels.unnamedJourney,
    measures.text.title,
    { x, y: PAD * em, width },
    options.metrics,
  )
  const details = setText(
    journeyDetails(source),
    measures.text.details,
    { x, y: title.height + 1.6 * em, width },
    options.metrics,
  )
  const height = Math.max(person?.height ?? 0, title.height + details.height + 2.4 * em)
  return {
    x: 0,
    y: 0,
    width: x + Math.max(title.width, details.width),
    height,
    title,
    details,
    persona: person && stretchPersona(person, height),
  }
}

/** The persona's sheet with its top left corner at `left`, `top`. */
export function placePersona(
  source: MapSource,
  persona: Persona,
  measures: MapMeasures,
  left: number,
  top: number,
): PersonaLayout {
  const { metrics } = source.options
  const em = measures.textSize
  const size = measures.portrait
  const pad = PAD * em
  const x = left + size + pad + 1.4 * em
  const width = left + PERSONA_WIDTH * em - x - pad
  const below = (text: string, role: 'name' | 'details' | 'quote', y: number): TextBlock =>
    text === '' ? EMPTY_BLOCK : setText(text, measures.text[role], { x, y, width }, metrics)
  const name = below(persona.name, 'name', top + pad)
  const role = below(persona.role, 'details', top + pad + name.height)
  const quoteY = top + pad + name.height + role.height + 0.5 * em
  const quote = below(persona.quote, 'quote', quoteY)
  const initials = setText(
    initialsOf(persona.name),
    measures.text.title,
    { x: left + pad, y: 0, width: size, align: 'centre' },
    metrics,
  )
  return {
    personaId: persona.id,
    x: left,
    y: top,
    width: PERSONA_WIDTH * em,
    height: Math.max(size + 2 * pad, quoteY + quote.height + pad - top),
    portrait: {
      x: left + pad,
      y: top + pad,
      width: size,
      height: size,
      mediaId: persona.pictureId,
      initials: moveText(initials, 0, top + pad + (size - initials.height) / 2),
    },
    name,
    role,
    quote,
  }
}

/** The same sheet in a higher row: what stands on it moves to the middle. */
export function stretchPersona(persona: PersonaLayout, height: number): PersonaLayout {
  const down = (height - persona.height) / 2
  if (down <= 0) return persona
  const { portrait } = persona
  return {
    ...persona,
    height,
    portrait: { ...portrait, y: portrait.y + down, initials: moveText(portrait.initials, 0, down) },
    name: moveText(persona.name, 0, down),
    role: moveText(persona.role, 0, down),
    quote: moveText(persona.quote, 0, down),
  }
}
