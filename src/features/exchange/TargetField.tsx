/** Into this workshop or into a new one; nothing to ask where only one of them is possible. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import type { ImportTarget } from './importTools.ts'

export interface TargetFieldProps {
  readonly targets: readonly ImportTarget[]
  readonly target: ImportTarget
  readonly onTarget: (target: ImportTarget) => void
}

const TEXTS = { here: 'importDialog.here', new: 'importDialog.new' } as const

export function TargetField({ targets, target, onTarget }: TargetFieldProps) {
  const t = useTranslate()
  if (targets.length < 2) return null
  return (
    <Segmented
      label={t('importDialog.where')}
      value={target}
      options={targets.map((value) => ({ value, label: t(TEXTS[value]) }))}
      onChange={onTarget}
    />
  )
}
