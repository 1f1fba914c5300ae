/**
 * Writes a template into empty documents: once, by the device that creates the workshop. Whoever joins never does
 * this; they wait for the first sync or file. It has its own origin, so undo cannot take it away.
 */
import { randomId } from '../../shared/ids.ts'
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { ordersBetween } from '../order.ts'
import { origins } from '../origins.ts'
import { checkPatchOf } from '../patch.ts'
import type { JourneyId } from '../records/journey.ts'
import type { WorkshopId } from '../records/meta.ts'
import { schemaVersion } from '../schema.ts'
import { type TemplateName, templates } from '../templates.ts'
import type { TemplateTexts } from '../templateTexts.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'
import type { Writer } from '../writer.ts'

export interface CreateWorkshopArgs {
  readonly title: string
  readonly language: string
  readonly texts: TemplateTexts
  /** `import` makes the frame only: an importer brings its own journeys. */
  readonly template: TemplateName | 'import'
}

function writeJourney(writer: Writer, name: TemplateName, texts: TemplateTexts): void {
  const template = templates[name]
  const [order = ''] = ordersBetween(null, null, 1, writer.randomBytes)
  const personaIds = template.hasPersona
    ? [writer.create('personas', { name: texts.personaName, order })]
    : []
  const journeyId: JourneyId = writer.create('journeys', {
    title: texts.journeyTitle,
    kind: template.journeyKind,
    personaIds,
    order,
  })
  const phases = template.hasPhases ? texts.phases : []
  const phaseOrders = ordersBetween(null, null, phases.length, writer.randomBytes)
  phases.forEach((phase, index) => {
    writer.create('phases', { ...phase, journeyId, order: phaseOrders[index] ?? '' })
  })
  const laneOrders = ordersBetween(null, null, template.lanes.length, writer.randomBytes)
  template.lanes.forEach(({ kind, hidden }, index) => {
    writer.create('lanes', {
      journeyId,
      kind,
      hidden,
      title: texts.lanes[kind],
      order: laneOrders[index] ?? '',
    })
  })
}

export function createWorkshop(
  workshop: WorkshopDocument,
  actor: Actor,
  { title, language, texts, template }: CreateWorkshopArgs,
): CommandResult<WorkshopId> {
  if (workshop.snapshot().meta.workshopId !== '') return refuse('notEmpty', 'meta.workshopId')
  const wrong = texts.phases.map((phase) => checkPatchOf('phases', phase)).find((error) => error !== null)
  if (wrong !== undefined) return refuse(wrong.code, wrong.what, wrong.value)
  return commit(
    workshop,
    actor,
    (writer) => {
      const workshopId = randomId(22, workshop.randomBytes) as WorkshopId
      writer.setSingleton('meta', {
        workshopId,
        title,
        language,
        template,
        schema: schemaVersion,
        minWriter: 1,
        createdAt: writer.at,
        createdBy: actor.personId,
      })
      if (template !== 'import') writeJourney(writer, template, texts)
      return workshopId
    },
    { origin: origins.template },
  )
}
