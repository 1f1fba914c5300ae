/**
 * The pages of one phase of a handout: one, or as many as its fullest cells need to stay legible. Shared out by lanes,
 * because a phase keeps all of its columns; the head of the phase stands on every page.
 */
import type { Poster, PosterRequest } from '../layout/poster/posterRequest.ts'
import { sceneOfPoster } from '../layout/poster/sceneOfPoster.ts'
import type { LaneId } from '../model/records/lane.ts'
import { orderedLanes } from '../model/select/orderedLanes.ts'

/** At least one; what belongs to no lane is on the last. */
export function handoutPages(request: PosterRequest): readonly Poster[] {
  const { journeyId, filter } = request.map
  const lanes = orderedLanes(request.snapshot, journeyId)
    .map(({ id }) => id)
    .filter((id) => filter.laneIds?.includes(id) ?? true)
  return pagesFor(request, lanes)
}

function pagesFor(request: PosterRequest, lanes: readonly LaneId[]): readonly Poster[] {
  const page = sceneOfPoster(request)
  if (page.report.legible || lanes.length < 2) return [page]
  const middle = Math.ceil(lanes.length / 2)
  const { rest = false } = request.map.filter
  return [
    ...pagesFor(withLanes(request, lanes.slice(0, middle), false), lanes.slice(0, middle)),
    ...pagesFor(withLanes(request, lanes.slice(middle), rest), lanes.slice(middle)),
  ]
}

function withLanes(request: PosterRequest, laneIds: readonly LaneId[], rest: boolean): PosterRequest {
  return { ...request, map: { ...request.map, filter: { ...request.map.filter, laneIds, rest } } }
}
