/** The recovery sheet as a PDF, made on this device by the poster's engine; fetched only when somebody asks for it. */
import { encodeQR } from 'qr'
import { recoverySheetScene } from '../../features/share/recoverySheet.ts'
import { languageTag, type Locale, translator } from '../../i18n/translate.ts'
import { createFontMetrics } from '../../layout/font/fontMetrics.ts'
import { createPosterWorker } from '../../poster/createPosterWorker.ts'
import type { PosterJob } from '../../poster/posterJob.ts'
import { type Capability, roomIdOf } from '../../protocol/capability.ts'
import { buildJoinLink } from '../../protocol/joinLink.ts'
import type { FontBytes } from '../../layout/font/fontFiles.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ReadyFile } from '../downloadFile.ts'
import { fileNameOf } from '../downloadFile.ts'
import { loadPosterFonts } from '../poster/posterFonts.ts'

export interface RecoverySheetOrder {
  readonly title: string
  /** When the workshop was made; 0 when nobody knows. */
  readonly createdAt: number
  readonly now: number
  /** Where the devices reach the relay. */
  readonly origin: string
  readonly capability: Capability
  readonly locale: Locale
}

const BORDER = 1

/** Pure: the same order gives the same page. */
export function recoveryJob(order: RecoverySheetOrder, fonts: FontBytes): PosterJob {
  const { title, createdAt, now, origin, capability, locale } = order
  const t = translator(locale)
  const day = (at: number) => new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'long' }).format(at)
  // Without the title: larger squares, and nothing that could change.
  const link = buildJoinLink(origin, capability)
  const shownTitle = title === '' ? t('home.untitled') : title
  const scene = recoverySheetScene(
    {
      title: shownTitle,
      created: createdAt === 0 ? null : day(createdAt),
      printed: day(now),
      origin,
      room: roomIdOf(capability).slice(0, 8),
      link,
      code: withoutBorder(encodeQR(link, 'raw', { border: BORDER, ecc: 'quartile' })),
    },
    t,
    createFontMetrics(fonts),
  )
  const meta = { title: `${t('recovery.heading')}: ${shownTitle}`, language: locale, createdAt: now }
  return { scenes: [scene], pictures: new Map(), meta }
}

/** The page itself is the white border that scanners need. */
function withoutBorder(modules: readonly (readonly boolean[])[]): readonly (readonly boolean[])[] {
  return modules.slice(BORDER, -BORDER).map((row) => row.slice(BORDER, -BORDER))
}

export async function printRecoverySheet(order: RecoverySheetOrder): Promise<Result<ReadyFile, 'failed'>> {
  const fonts = await loadPosterFonts()
  const worker = createPosterWorker(fonts)
  const printed = await worker.renderPoster(recoveryJob(order, fonts))
  worker.dispose()
  if (!printed.ok) return err('failed')
  const t = translator(order.locale)
  const name = fileNameOf(`${t('recovery.fileName')} ${order.title}`, t('recovery.fileName'), 'pdf')
  return ok({ name, mime: 'application/pdf', bytes: printed.value })
}
