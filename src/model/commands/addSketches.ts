/** Strokes and shapes, one record each, written when the pointer is lifted. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { ordersBetween } from '../order.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import type { SketchId, SketchPlace } from '../records/sketch.ts'
import { orderedSketches } from '../select/orderedSketches.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddSketchesArgs {
  readonly sketches: readonly (Omit<Patch<'sketches'>, 'place'> & {
    readonly place: Omit<SketchPlace, 'order'>
  })[]
}

export function addSketches(
  workshop: WorkshopDocument,
  actor: Actor,
  { sketches }: AddSketchesArgs,
): CommandResult<readonly SketchId[]> {
  const top = orderedSketches(workshop.snapshot()).at(-1)?.place.order ?? null
  const orders = ordersBetween(top, null, sketches.length, workshop.randomBytes)
  const patches: readonly Patch<'sketches'>[] = sketches.map((sketch, index) => ({
    authorId: actor.personId,
    ...sketch,
    place: { ...sketch.place, order: orders[index] ?? '' },
  }))
  for (const patch of patches) {
    const wrong = checkPatchOf('sketches', patch)
    if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  }
  return commit(workshop, actor, (writer) => patches.map((patch) => writer.create('sketches', patch)))
}
