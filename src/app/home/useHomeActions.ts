/** What the home screen's buttons do, each with its message and its way back. */
import { useLocation } from 'wouter'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import type { CommandError } from '../../model/commandResult.ts'
import type { TemplateName } from '../../model/templates.ts'
import type { Result } from '../../shared/result.ts'
import type { Catalogue } from '../../storage/catalogue.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useServices } from '../ServicesContext.ts'
import { reasonText } from '../reasonText.ts'
import { copyWorkshop } from './copyWorkshop.ts'
import { makeWorkshop } from './makeWorkshop.ts'
import { renameWorkshop } from './renameWorkshop.ts'

export function useHomeActions() {
  const services = useServices()
  const t = useTranslate()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const titleOf = (entry: WorkshopEntry) => (entry.title === '' ? t('home.untitled') : entry.title)
  const tell = (result: Result<unknown, StorageFailure | CommandError>, done?: () => void) => {
    if (result.ok) done?.()
    else showToast(reasonText(t, result.error), { tone: 'error' })
  }
  const withCatalogue = (
    act: (catalogue: Catalogue) => Promise<Result<unknown, StorageFailure>>,
    done?: () => void,
  ) => {
    if (services.device.ok) void act(services.device.value.catalogue).then((result) => tell(result, done))
  }
  const restore = (entry: WorkshopEntry) => withCatalogue((catalogue) => catalogue.restore(entry.workshopId))
  return {
    titleOf,
    open: (entry: WorkshopEntry) => navigate(`/w/${entry.workshopId}`),
    create: (title: string, template: TemplateName) => {
      void makeWorkshop(services, { title, template, locale, t }).then((made) => {
        if (made.ok) navigate(`/w/${made.value.workshopId}`)
        else showToast(t('home.createFailed', { reason: reasonText(t, made.error) }), { tone: 'error' })
      })
    },
    rename: (entry: WorkshopEntry, title: string) => {
      void renameWorkshop(services, entry.workshopId, title).then((renamed) => tell(renamed))
    },
    duplicate: (entry: WorkshopEntry) => {
      const title = titleOf(entry)
      void copyWorkshop(services, entry, t('home.copyOf', { title })).then((copied) =>
        tell(copied, () => showToast(t('home.duplicated', { title }))),
      )
    },
    remove: (entry: WorkshopEntry) =>
      withCatalogue(
        (catalogue) => catalogue.bin(entry.workshopId),
        () =>
          showToast(t('home.movedToBin', { title: titleOf(entry) }), {
            action: { label: t('common.undo'), onAction: () => restore(entry) },
          }),
      ),
    restore,
    deleteForGood: (entry: WorkshopEntry) =>
      withCatalogue(
        (catalogue) => catalogue.remove(entry.workshopId, ['map', 'stage', 'review']),
        () => showToast(t('home.deletedForGood', { title: titleOf(entry) })),
      ),
  }
}
