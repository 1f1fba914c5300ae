/** One line about whether this browser keeps what is here. */
import { HardDrive } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { StorageHealth } from '../../storage/storageHealth.ts'
import { readStorageHealth } from '../../storage/storageHealth.ts'
import { useServices } from '../ServicesContext.ts'
import { reasonText } from '../reasonText.ts'
import './HomeHealth.css'

export function HomeHealth() {
  const t = useTranslate()
  const { device } = useServices()
  const [health, setHealth] = useState<StorageHealth | null>(null)
  useEffect(() => {
    let left = false
    const database = device.ok ? { ok: true as const, value: device.value.database } : device
    void readStorageHealth(database).then((read) => (left ? undefined : setHealth(read)))
    return () => {
      left = true
    }
  }, [device])
  if (health === null) return null
  const bad = !health.probe.ok
  const text = health.probe.ok
    ? health.secure
      ? t(health.persisted === true ? 'health.homePersisted' : 'health.homeNotPersisted')
      : t('health.homeInsecure')
    : reasonText(t, health.probe.error)
  return (
    <p className={bad ? 'et-home-health et-home-health--bad' : 'et-home-health'}>
      <HardDrive aria-hidden="true" />
      {text}
    </p>
  )
}
