/**
 * The structs of one update in an order in which each follows what it hangs on. Updates list them by client, so that cards
 * may come long before the lane that they are in; a relay bounds how much waits for what is still on its way.
 */
import { ID, Item, type decodeUpdate } from 'yjs'

export type Struct = ReturnType<typeof decodeUpdate>['structs'][number]

/** The structs of one client that were not handed out yet. */
interface Rest {
  readonly structs: Struct[]
  next: number
}

/** Those of one client stay in their order. What hangs on itself in a circle comes in any order. */
export function orderStructs(structs: readonly Struct[]): readonly Struct[] {
  const rests = new Map<number, Rest>()
  for (const struct of structs) {
    const rest = rests.get(struct.id.client)
    if (rest === undefined) rests.set(struct.id.client, { structs: [struct], next: 0 })
    else rest.structs.push(struct)
  }
  const ordered: Struct[] = []
  for (const client of rests.keys()) handOut(client, rests, ordered)
  return ordered
}

/** All of one client, and before each struct as much of the others as it needs. */
function handOut(first: number, rests: ReadonlyMap<number, Rest>, ordered: Struct[]): void {
  const path = [{ client: first, upTo: Number.POSITIVE_INFINITY }]
  const onPath = new Set([first])
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const rest = rests.get(step.client)
    const struct = rest?.structs[rest.next]
    if (rest === undefined || struct === undefined || struct.id.clock > step.upTo) {
      path.pop()
      onPath.delete(step.client)
      continue
    }
    const missing = needsOf(struct).find((id) => !onPath.has(id.client) && isStillThere(id, rests))
    if (missing === undefined) {
      ordered.push(struct)
      rest.next += 1
    } else {
      path.push({ client: missing.client, upTo: missing.clock })
      onPath.add(missing.client)
    }
  }
}

function isStillThere({ client, clock }: ID, rests: ReadonlyMap<number, Rest>): boolean {
  const rest = rests.get(client)
  const next = rest?.structs[rest.next]
  return next !== undefined && next.id.clock <= clock
}

function needsOf(struct: Struct): readonly ID[] {
  if (!(struct instanceof Item)) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent].filter((need) => need instanceof ID)
}
