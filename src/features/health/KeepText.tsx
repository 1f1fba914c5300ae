/** Whether this browser keeps what is here, how full it is, and when it was last taken along as a file. */
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import type { StorageHealth } from '../../storage/storageHealth.ts'
import { formatWhen } from '../../ui/formatWhen.ts'
import type { HealthFacts } from './healthFacts.ts'

function promiseOf({ persisted, installed, secure }: StorageHealth) {
  if (persisted === true) return 'health.persisted'
  if (installed) return 'health.installed'
  // Over plain http no browser installs anything.
  return secure ? 'health.notPersisted' : 'health.notPersistedInsecure'
}

type KeepTextProps = Pick<HealthFacts, 'storage' | 'lastExportAt' | 'isOnlyHere' | 'now'>

export function KeepText({ storage, lastExportAt, isOnlyHere, now }: KeepTextProps) {
  const t = useTranslate()
  const locale = useLocale()
  const when = lastExportAt === null ? null : (formatWhen(locale, lastExportAt, now) ?? t('health.justNow'))
  const megabytes = (bytes: number) => Math.round(bytes / 1_000_000)
  return (
    <>
      {storage === null ? null : (
        <>
          {storage.secure ? null : <p className="et-health__bad">{t('health.insecure')}</p>}
          <p>{t(promiseOf(storage))}</p>
          {storage.usedBytes === null || storage.quotaBytes === null ? null : (
            <p>
              {t('health.quota', {
                used: megabytes(storage.usedBytes),
                total: megabytes(storage.quotaBytes),
              })}
            </p>
          )}
        </>
      )}
      <p>{when === null ? t('health.neverExported') : t('health.lastExport', { when })}</p>
      {when !== null && isOnlyHere ? <p>{t('health.changedSinceExport')}</p> : null}
    </>
  )
}
