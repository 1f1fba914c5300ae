/** A new workshop from a template, kept on this device and open. */
import type { Locale, Translate } from '../../i18n/translate.ts'
import { createWorkshop } from '../../model/commands/createWorkshop.ts'
import type { TemplateName } from '../../model/templates.ts'
import { createWorkshopDocument } from '../../model/workshopDocument.ts'
import type { Result } from '../../shared/result.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { AppServices } from '../services.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { keepNewWorkshop, moderatorPatch } from './keepNewWorkshop.ts'
import { templateTexts } from './templateTexts.ts'

export interface MakeWorkshopArgs {
  readonly title: string
  readonly template: TemplateName
  readonly locale: Locale
  readonly t: Translate
}

export async function makeWorkshop(
  services: AppServices,
  { title, template, locale, t }: MakeWorkshopArgs,
): Promise<Result<WorkshopSession, StorageFailure>> {
  // A workshop begins with one journey, and the map shows the name of the journey: both are named together, or later.
  const texts = { ...templateTexts(t), journeyTitle: title }
  const document = createWorkshopDocument({ clock: services.clock })
  const created = createWorkshop(document, { personId: null }, { title, template, language: locale, texts })
  if (!created.ok) throw new Error(`a template could not be written: ${created.error.what}`)
  const kept = await keepNewWorkshop(services, document, moderatorPatch())
  if (!kept.ok) document.destroy()
  return kept
}
