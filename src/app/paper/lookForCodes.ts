/** After photos were put somewhere: is one of them a filled card? Fetched with the first photo, never in the way of it. */
import type { Translate } from '../../i18n/translate.ts'
import type { MediaId } from '../../model/records/media.ts'
import type { Logger } from '../../shared/logger.ts'
import { showToast } from '../../ui/toastStore.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { createCodeReader } from './createCodeReader.ts'
import { offerFor } from './offerFor.ts'
import { usePaperOffers } from './paperOffers.ts'

export interface KeptFile {
  readonly file: File
  readonly mediaId: MediaId
}

export async function lookForCodes(
  session: WorkshopSession,
  kept: readonly KeptFile[],
  logger: Logger,
  t: Translate,
): Promise<void> {
  const { workshopId, document } = session
  const reader = createCodeReader(logger)
  for (const { file, mediaId } of kept) {
    const found = await reader.read(file)
    const said = offerFor(document.snapshot(), mediaId, found)
    if (said.kind === 'word') showToast(t(`paper.${said.word}`))
    if (said.kind === 'elsewhere')
      usePaperOffers.getState().add({ workshopId, mediaId, code: said.code, target: said.target })
  }
  reader.dispose()
}
