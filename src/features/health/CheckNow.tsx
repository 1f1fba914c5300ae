/** The checks that a person runs now, each with its answer in words. */
import { CircleCheck, ListChecks, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { KEPT_CHECKS, type KeptReport } from '../../storage/checkKept.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import { Button } from '../../ui/Button.tsx'

export interface CheckNowProps {
  readonly onCheck: () => Promise<KeptReport>
  readonly reasonOf: (failure: StorageFailure) => string
}

export function CheckNow({ onCheck, reasonOf }: CheckNowProps) {
  const t = useTranslate()
  const [report, setReport] = useState<KeptReport | null>(null)
  const [isRunning, setRunning] = useState(false)
  const check = async () => {
    setRunning(true)
    setReport(await onCheck())
    setRunning(false)
  }
  return (
    <>
      <Button icon={<ListChecks />} disabled={isRunning} onClick={() => void check()}>
        {t('health.checkNow')}
      </Button>
      <ul className="et-health__checks" aria-live="polite">
        {report === null
          ? null
          : KEPT_CHECKS.map((name) => {
              const result = report[name]
              return (
                <li key={name} className={result.ok ? undefined : 'et-health__bad'}>
                  {result.ok ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
                  <span>
                    {result.ok
                      ? t(`health.${name}Good`)
                      : t(`health.${name}Bad`, { reason: reasonOf(result.error) })}
                  </span>
                </li>
              )
            })}
      </ul>
    </>
  )
}
