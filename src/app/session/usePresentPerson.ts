/** Tells the others who sits at this device, or that it is the wall; nobody is shown who has not said who they are. */
import { useEffect } from 'react'
import { useRecord } from '../../bindings/useRecord.ts'
import { initialsOf } from '../../ui/initialsOf.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import type { WorkshopSession } from './workshopSession.ts'

export const NO_COLOUR = '#5F6B73'

export function usePresentPerson(session: WorkshopSession, isWall: boolean): void {
  const connection = useReadableValue(session.connection)
  const { personId } = useReadableValue(session.actor)
  const person = useRecord('persons', personId)
  const { id, name, colour } = person ?? { id: null, name: '', colour: '' }
  useEffect(() => {
    const { presence } = connection
    presence.setWall(isWall)
    presence.setPerson(
      id === null
        ? null
        : { id, name, initials: initialsOf(name), colour: colour === '' ? NO_COLOUR : colour },
    )
    return () => presence.setPerson(null)
  }, [connection, id, name, colour, isWall])
}
