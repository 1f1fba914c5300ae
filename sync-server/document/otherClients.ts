/** What of other clients an item hangs on: it cannot be shown before that is there. */
import { ID, type Item } from 'yjs'

export function otherClients({ id, origin, rightOrigin, parent }: Item): readonly ID[] {
  const found: ID[] = []
  if (origin !== null && origin.client !== id.client) found.push(origin)
  if (rightOrigin !== null && rightOrigin.client !== id.client) found.push(rightOrigin)
  if (parent instanceof ID && parent.client !== id.client) found.push(parent)
  return found
}
