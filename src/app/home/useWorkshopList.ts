/** The workshops of this device, live, also when another tab changes them. */
import { useEffect, useState } from 'react'
import type { WorkshopList } from '../../storage/catalogue.ts'
import { useServices } from '../ServicesContext.ts'

/** Undefined while the list is being read. */
export function useWorkshopList(): WorkshopList | undefined {
  const { device } = useServices()
  const [list, setList] = useState<WorkshopList | undefined>(device.ok ? undefined : device)
  useEffect(() => (device.ok ? device.value.catalogue.subscribe(setList) : undefined), [device])
  return list
}
