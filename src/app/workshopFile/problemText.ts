/** What is wrong with a workshop file, in words. */
import type { WorkshopFileProblem } from '../../exchange/workshopFile/workshopFileProblem.ts'
import type { Translate } from '../../i18n/translate.ts'

export function problemText(t: Translate, { code, entry, value }: WorkshopFileProblem): string {
  return t(`workshopFile.${code}`, { entry, value })
}
