/** What every export needs of the app. */
import type { Locale, Translate } from '../../i18n/translate.ts'
import type { AppServices } from '../services.ts'

export interface ExportContext {
  readonly services: AppServices
  readonly locale: Locale
  readonly t: Translate
}
