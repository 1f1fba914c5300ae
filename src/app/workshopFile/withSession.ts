/** Work on a workshop of this device, whether a screen shows it or not: opened for as long as that takes. */
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { ReasonCode } from '../reasonText.ts'
import type { AppServices } from '../services.ts'
import type { OpenFailure } from '../session/openFailure.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

export type DeviceReason = { readonly code: ReasonCode }

export async function withSession<T>(
  services: AppServices,
  workshopId: string,
  work: (session: WorkshopSession) => Promise<T>,
): Promise<Result<T, DeviceReason>> {
  const held = services.sessions.hold(workshopId)
  try {
    const opened = await held.opened
    if (!opened.ok) return err(reasonOf(opened.error))
    // What only its second copy could show is not the whole workshop: nothing may be built on it.
    if (opened.value.recovered) return err({ code: 'damaged' })
    return ok(await work(opened.value))
  } finally {
    held.release()
  }
}

function reasonOf(failure: OpenFailure): DeviceReason {
  return 'failure' in failure ? failure.failure : { code: 'removed' }
}
