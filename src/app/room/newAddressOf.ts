/** What a moderator has told all devices about the address of this workshop, when this device may believe it. */
import { editStage } from '../../model/commands/editStage.ts'
import type { Secret } from '../../protocol/capability.ts'
import { type NewAddress, readNewAddress, sealNewAddress } from '../../protocol/newAddress.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

/** Null also for an address where this device is already. */
export function newAddressOf(
  text: string,
  { role, secret, relayOrigin }: Pick<WorkshopEntry, 'role' | 'secret' | 'relayOrigin'>,
): NewAddress | null {
  if (text === '' || secret === null) return null
  const read = readNewAddress(text, { role, secret: secret as Secret })
  return read.ok && read.value.origin !== relayOrigin ? read.value : null
}

/** Null takes it back. Only a moderator's device can: the stage is the moderator's, and so is the strongest seal. */
export function tellNewAddress({ document, actor, entry }: WorkshopSession, address: NewAddress | null) {
  const { role, secret } = entry.get()
  const newAddress =
    address === null || secret === null ? '' : sealNewAddress({ role, secret: secret as Secret }, address)
  return editStage(document, actor.get(), { newAddress })
}
