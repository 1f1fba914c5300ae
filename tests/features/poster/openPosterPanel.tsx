/** The panel of posters with an engine that answers at once and prints when it is told to. */
import userEvent from '@testing-library/user-event'
import { PosterPanel } from '../../../src/features/poster/Panel.tsx'
import type { PosterHouse, PosterPreviewed, PosterTools } from '../../../src/features/poster/posterTools.ts'
import type { PosterWish } from '../../../src/features/poster/posterWish.logic.ts'
import type { Locale } from '../../../src/i18n/translate.ts'
import { LocaleContext } from '../../../src/i18n/useTranslate.ts'
import { ok } from '../../../src/shared/result.ts'
import { renderScreen } from '../support/renderScreen.tsx'

const PREVIEWED: PosterPreviewed = {
  scene: { width: 1189, height: 841, ops: [] },
  parts: [],
  pages: 1,
  missing: [],
  unjoined: [],
  pictures: { count: 0, missing: 0, most: 0, images: new Map() },
  title: 'Bahnreise',
  report: {
    width: 1189,
    height: 841,
    textSize: 9.2,
    smallestText: 7,
    wantedSize: null,
    fits: true,
    legible: true,
    readingDistance: 766,
    columns: 40,
    columnWidth: 26,
    cardsShown: 538,
    cardsInAll: 538,
    partedWords: 0,
  },
}

const CARD = { kind: 'text', x: 10, baseline: 20, font: 'regular', size: 3, colour: '#000000' } as const

interface Given {
  readonly previewed?: Partial<PosterPreviewed>
  readonly house?: Partial<PosterHouse>
  readonly hasLink?: boolean
  readonly locale?: Locale
}

/** A panel whose workshop can change while it is open. */
export function openPosterPanel({ previewed = {}, house = {}, hasLink = true, locale }: Given = {}) {
  const wishes: PosterWish[] = []
  const prints: (() => void)[] = []
  let cards = 'Koffer packen'
  const ofDevice: PosterHouse = {
    logo: null,
    colour: null,
    printed: null,
    fonts: [],
    takeLogo: () => Promise.resolve(null),
    dropLogo: () => undefined,
    chooseColour: () => undefined,
    takeFont: () => Promise.resolve(null),
    dropFont: () => undefined,
    ...house,
  }
  const tools = (revision: number): PosterTools => ({
    offer: {
      phases: [
        { id: 'p1' as never, title: 'Planen' },
        { id: 'p2' as never, title: 'Reisen' },
      ],
      lanes: [{ id: 'l1' as never, title: 'Was ich erwarte' }],
    },
    house: ofDevice,
    hasLink,
    revision,
    preview: (wish) => {
      wishes.push(wish)
      const parts = wish.tiles === null ? [] : [{ x: 0, y: 0, width: 100, height: 100 }]
      const scene = { ...PREVIEWED.scene, ops: [{ ...CARD, text: cards }] }
      const pages = wish.tiles === null ? 1 : 26
      return Promise.resolve(ok({ ...PREVIEWED, scene, parts, pages, ...previewed }))
    },
    print: () => new Promise((resolve) => prints.push(() => resolve(ok(new Blob())))),
    draw: () => undefined,
  })
  const { rerender } = renderScreen(<PosterPanel tools={tools(1)} />, locale)
  let revision = 1
  const change = () => {
    revision += 1
    rerender(
      <LocaleContext value={locale ?? 'en'}>
        <PosterPanel tools={tools(revision)} />
      </LocaleContext>,
    )
  }
  return {
    wishes,
    user: userEvent.setup({ applyAccept: false }),
    /** The worker is done with everything that was asked of it. */
    finishPrints: () => {
      for (const finish of prints.splice(0)) finish()
    },
    /** Somebody changes what is printed. */
    rewriteCards: (text: string) => {
      cards = text
      change()
    },
    /** Somebody changes what is not printed, as a comment or the timer. */
    changeElsewhere: change,
  }
}
