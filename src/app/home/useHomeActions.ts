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
import { orFailure } from '../orFailure.ts'
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
  const heard = <T, E>(what: string, work: () => Promise<Result<T, E>>) =>
    orFailure(services.logger, what, work)
  const tell = (result: Result<unknown, StorageFailure | CommandError>, done?: () => void) => {
    if (result.ok) done?.()
    else showToast(reasonText(t, result.error), { tone: 'error' })
  }
  const withCatalogue = (
    act: (catalogue: Catalogue) => Promise<Result<unknown, StorageFailure>>,
    done?: () => void,
  ) => {
    const { device } = services
    if (!device.ok) return tell(device)
    void heard('a change of the list', () => act(device.value.catalogue)).then((result) => tell(result, done))
  }
  const restore = (entry: WorkshopEntry) => withCatalogue((catalogue) => catalogue.restore(entry.workshopId))
  return {
    titleOf,
    open: (entry: WorkshopEntry) => navigate(`/w/${entry.workshopId}`),
    create: (title: string, template: TemplateName) => {
      const make = () => makeWorkshop(services, { title, template, locale, t })
      void heard('making a workshop', make).then((made) => {
        if (made.ok) navigate(`/w/${made.value.workshopId}`)
        else showToast(t('home.createFailed', { reason: reasonText(t, made.error) }), { tone: 'error' })
      })
    },
    rename: (entry: WorkshopEntry, title: string) => {
      const rename = () => renameWorkshop(services, entry.workshopId, title)
      void heard('renaming a workshop', rename).then((renamed) => tell(renamed))
    },
    duplicate: (entry: WorkshopEntry) => {
      const title = titleOf(entry)
      const copy = () => copyWorkshop(services, entry, t('home.copyOf', { title }))
      void heard('copying a workshop', copy).then((copied) =>
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
