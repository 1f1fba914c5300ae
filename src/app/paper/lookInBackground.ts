/** Whether photos that are safe where they were put are filled cards: looked at later, and never in the way of them. */
import type { Translate } from '../../i18n/translate.ts'
import type { MediaId } from '../../model/records/media.ts'
import type { Logger } from '../../shared/logger.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

export async function lookInBackground(
  session: WorkshopSession,
  files: readonly File[],
  ids: readonly MediaId[],
  { logger, t }: { readonly logger: Logger; readonly t: Translate },
): Promise<void> {
  // Pages of a PDF, or a file that was not kept: nobody knows which picture came from which file.
  if (files.length !== ids.length) return
  const kept = files.flatMap((file, index) => {
    const mediaId = ids[index]
    return mediaId === undefined ? [] : [{ file, mediaId }]
  })
  try {
    const { lookForCodes } = await import('./lookForCodes.ts')
    await lookForCodes(session, kept, logger, t)
  } catch (cause) {
    logger.warn('photos were not looked at for codes', { cause: String(cause) })
  }
}
