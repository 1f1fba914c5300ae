/**
 * The posters of one job, laid out: one, or several that share the journey and then also the size of their text, so
 * that two sheets on a wall read as one.
 */
import { MM_PER_POINT } from '../layout/scene.ts'
import type { Poster, PosterReport, PosterRequest } from '../layout/poster/posterRequest.ts'
import { sceneOfPoster } from '../layout/poster/sceneOfPoster.ts'
import type { PosterSplit } from '../layout/poster/posterSheets.ts'
import { handoutPages } from './handoutPages.ts'
import { phaseGroups } from './phaseGroups.ts'

export interface LaidPosters {
  readonly posters: readonly Poster[]
  readonly report: PosterReport
}

export function layPosters(request: PosterRequest, split: PosterSplit): LaidPosters {
  const { filter, journeyId } = request.map
  const groups = phaseGroups(request.snapshot, journeyId, split, filter.phaseIds)
  if (groups === null) {
    const poster = sceneOfPoster(request)
    return { posters: [poster], report: poster.report }
  }
  const whole = filter.phaseIds === null && filter.laneIds === null
  const requests = groups.map((phaseIds, index): PosterRequest => {
    // What belongs to no phase goes on the last sheet, so that nothing is left out.
    const rest = whole && index === groups.length - 1
    return { ...request, map: { ...request.map, filter: { ...filter, phaseIds, rest } } }
  })
  if (split === 'phases') return handout(requests, request.readingSize)
  const posters = requests.map(sceneOfPoster)
  const smallest = Math.min(...posters.map(({ report }) => report.textSize))
  const alike = posters.map((poster, index) => {
    const again = requests[index]
    if (again === undefined || poster.report.textSize - smallest < MM_PER_POINT / 10) return poster
    return sceneOfPoster({ ...again, readingSize: smallest })
  })
  return {
    posters: alike,
    report: joined(
      alike.map(({ report }) => report),
      request.readingSize,
    ),
  }
}

function handout(requests: readonly PosterRequest[], readingSize: number | null): LaidPosters {
  const phases = requests.map(handoutPages)
  const reports = phases.map((pages) => {
    const report = joined(
      pages.map((page) => page.report),
      readingSize,
    )
    // All pages of a phase have its columns.
    return { ...report, columns: pages[0]?.report.columns ?? 0 }
  })
  return { posters: phases.flat(), report: joined(reports, readingSize) }
}

function joined(reports: readonly PosterReport[], wantedSize: number | null): PosterReport {
  const [first, ...others] = reports
  if (first === undefined) throw new Error('there is no poster without a phase')
  return others.reduce<PosterReport>(
    (sum, next) => ({
      ...sum,
      textSize: Math.min(sum.textSize, next.textSize),
      smallestText: Math.min(sum.smallestText, next.smallestText),
      readingDistance: Math.min(sum.readingDistance, next.readingDistance),
      fits: sum.fits && next.fits,
      legible: sum.legible && next.legible,
      columns: sum.columns + next.columns,
      cardsShown: sum.cardsShown + next.cardsShown,
      partedWords: sum.partedWords + next.partedWords,
    }),
    { ...first, wantedSize },
  )
}
