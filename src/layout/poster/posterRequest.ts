/** What a poster is asked for, and what came out: the numbers that the dialog and the command line show. */
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { MapOptions } from '../mapOptions.ts'
import type { Scene } from '../scene.ts'
import type { MapTheme } from '../theme.ts'
import type { PosterSheet } from './posterSheets.ts'

export interface PosterFacts {
  readonly cardsShown: number
  readonly cardsInAll: number
  /** Reading size in points. */
  readonly textSize: number
}

export interface PosterLabels {
  /** The day of the workshop or of printing, as people write it. */
  readonly date: string
  /** Heading over the bar of evidence. */
  readonly evidence: string
  readonly traits: string
  /** How much of a phase is more than assumed, for instance “59 % with evidence”; 0 is nothing but assumptions. */
  readonly backed: (percent: number) => string
  /** The small line at the foot, for instance how many of how many cards are shown. */
  readonly footer: (facts: PosterFacts) => string
}

/** Where a part of the frame begins, and how wide it may be. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface PosterStamps {
  /** A code that leads somewhere, and the words under it. */
  readonly qr: { readonly text: string; readonly label: string } | null
  /** Width and height in any unit: only their proportion counts. */
  readonly logo: { readonly mediaId: string; readonly width: number; readonly height: number } | null
}

export interface PosterRequest {
  readonly snapshot: WorkshopSnapshot
  /** Size and column width are chosen by the fit; header, legend and invitations are the poster's own affair. */
  readonly map: MapOptions
  readonly sheet: PosterSheet
  /** Wanted size of the card text in points; null takes the largest that fits, on a roll 18 pt. */
  readonly readingSize: number | null
  /** Fuller columns take some width of emptier ones, for larger text; false keeps all columns equally wide. */
  readonly balanced: boolean
  readonly labels: PosterLabels
  readonly theme: MapTheme
  readonly stamps?: PosterStamps
}

export interface PosterReport {
  readonly width: number
  readonly height: number
  /** Size of the card text in points. */
  readonly textSize: number
  /** Size of the smallest text on the map in points. */
  readonly smallestText: number
  readonly wantedSize: number | null
  /** False when the wanted size does not fit; the poster then has the largest that does. Nothing is ever cut off. */
  readonly fits: boolean
  /** At least 6 pt: what print needs at arm's length. */
  readonly legible: boolean
  /** How far away one can stand and read, in millimetres: 18 pt at 1.5 m. */
  readonly readingDistance: number
  readonly columns: number
  readonly columnWidth: number
  readonly cardsShown: number
  readonly cardsInAll: number
  /** Words that are wider than their column and had to be parted. */
  readonly partedWords: number
}

export interface Poster {
  readonly scene: Scene
  readonly report: PosterReport
}
