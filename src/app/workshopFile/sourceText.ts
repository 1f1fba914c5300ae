/** What taking in one of several workshop files would do, or has done, in words. */
import type { Translate } from '../../i18n/translate.ts'
import { reasonText } from '../reasonText.ts'
import { problemText } from './problemText.ts'
import type { ChangeCounts, SourceState } from './takeInSource.ts'

/** `first`: the file of the same workshop that comes in before this one. */
export function sourceText(t: Translate, state: SourceState, first: string | null): string {
  switch (state.kind) {
    case 'new':
      return first === null ? t('deviceArchive.kindNew') : t('deviceArchive.kindAlso', { name: first })
    case 'here':
      return countsText(t, state.changes, state.pictures)
    case 'binned':
      return t('deviceArchive.kindBinned')
    case 'same':
      return t('deviceArchive.kindSame')
    case 'taken':
      return t('deviceArchive.kindTaken')
    case 'problem':
      return state.problem === null ? t('workshopFile.unreadablePick') : problemText(t, state.problem)
    case 'device':
      return reasonText(t, state)
  }
}

function countsText(t: Translate, counts: ChangeCounts, pictures: number): string {
  const parts: string[] = []
  if (counts.added > 0) parts.push(t('deviceArchive.added', { n: counts.added }))
  if (counts.changed > 0) parts.push(t('deviceArchive.changed', { n: counts.changed }))
  if (counts.binned > 0) parts.push(t('deviceArchive.binned', { n: counts.binned }))
  if (counts.restored > 0) parts.push(t('deviceArchive.restored', { n: counts.restored }))
  if (pictures > 0) parts.push(t('deviceArchive.pictures', { n: pictures }))
  return parts.length === 0
    ? t('deviceArchive.kindHereQuiet')
    : t('deviceArchive.kindHere', { what: parts.join(', ') })
}
