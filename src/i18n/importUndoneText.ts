/** What taking an import back has done, in one or two sentences: the bin's list and the message after an import say the same. */
import type { Translate } from './translate.ts'

export function importUndoneText(
  t: Translate,
  { binned, restored }: { readonly binned: number; readonly restored: number },
): string {
  const parts = [
    ...(binned > 0 ? [t('bin.importTakenBack', { n: binned })] : []),
    ...(restored > 0 ? [t('bin.importRestored', { n: restored })] : []),
  ]
  return parts.length === 0 ? t('bin.importNothingBack') : parts.join(' ')
}
