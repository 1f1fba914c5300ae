/** Why a picture or recording was not kept, in words: what is wrong with which file, and what to do. */
import type { Translate } from '../../i18n/translate.ts'
import type { RecordingFailure } from '../media/keepRecording.ts'
import { MOST_RECORDING_MEGABYTES, MOST_SECONDS } from '../media/keepRecording.ts'
import { reasonText } from '../reasonText.ts'
import { MOST_MEGAPIXELS, MOST_PICTURE_MEGABYTES } from './encodePicture.ts'
import type { PdfPageFailure } from '../pdf/keepPdfPages.ts'

export function pictureProblem(t: Translate, name: string, failure: PdfPageFailure): string {
  switch (failure.code) {
    case 'unreadable':
      return t('media.pictureUnreadable', { name })
    case 'heic':
      return t('media.pictureHeic', { name })
    case 'svg':
      return t('media.pictureSvg', { name })
    case 'pdf':
      return t('media.picturePdf', { name })
    case 'pdfLocked':
      return t('media.pdfLocked', { name })
    case 'pdfBroken':
      return t('media.pdfBroken', { name })
    case 'cut':
      return t('media.pictureCut', { name })
    case 'tooHeavy':
      return t('media.pictureTooHeavy', { name, most: MOST_PICTURE_MEGABYTES })
    case 'tooLarge': {
      const { width, height } = failure
      return t('media.pictureTooLarge', { name, width, height, most: MOST_MEGAPIXELS })
    }
    case 'notKept':
      return t('inspector.photoNotKept', { reason: reasonText(t, failure.failure) })
  }
}

export function recordingProblem(t: Translate, name: string, failure: RecordingFailure): string {
  switch (failure.code) {
    case 'noRecording':
      return t('media.noRecording', { name })
    case 'unplayable':
      return t('media.unplayable', { name })
    case 'tooHeavy':
      return t('media.tooHeavy', { name, megabytes: failure.megabytes, most: MOST_RECORDING_MEGABYTES })
    case 'tooLong':
      return t('media.tooLong', { name, seconds: failure.seconds, most: MOST_SECONDS })
    case 'notKept':
      return t('media.notKept', { reason: reasonText(t, failure.failure) })
  }
}
