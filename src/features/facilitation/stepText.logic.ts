/** The words of a step: the moderator's own, else the method's in the language of the screen. */
import type { Translate } from '../../i18n/translate.ts'
import type { AgendaStep } from '../../model/select/agenda.ts'

export function stepTitle(t: Translate, { title, method }: AgendaStep): string {
  if (title !== '') return title
  return method === null ? t('facilitation.untitled') : t(`agenda.${method}`)
}

export function stepPrompt(t: Translate, { prompt, method }: AgendaStep): string {
  if (prompt !== '' || method === null) return prompt
  return t(`agenda.${method}Prompt`)
}

/** Minutes and seconds, whatever the sign. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`
}
