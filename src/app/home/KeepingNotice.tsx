/** What the start page says before work begins, asked of the browser once when it opens. */
import { useEffect, useState } from 'react'
import { StartNotice, type StartNoticeProps } from '../../features/health/StartNotice.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { readKeepingHints } from '../../storage/keepingHints.ts'
import { probeStorage } from '../../storage/storageHealth.ts'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'

export function KeepingNotice() {
  const t = useTranslate()
  const { device } = useServices()
  const [found, setFound] = useState<StartNoticeProps | null>(null)
  useEffect(() => {
    let left = false
    const look = async () => {
      const probe = device.ok ? await probeStorage(device.value.database) : device
      const failure = probe.ok ? null : reasonText(t, probe.error)
      const hints = await readKeepingHints()
      if (!left) setFound({ failure, hints })
    }
    void look()
    return () => {
      left = true
    }
  }, [device, t])
  return found === null ? null : <StartNotice {...found} />
}
