/** The templates a person can choose from, with their words. What a template writes is the model's business. */
import type { MessageKey } from '../../i18n/translate.ts'

export type TemplateChoice = 'firstWorkshop' | 'full' | 'serviceBlueprint' | 'empty'

export interface TemplateOption {
  readonly id: TemplateChoice
  readonly title: Extract<MessageKey, `home.template${string}`>
  readonly text: Extract<MessageKey, `home.template${string}Text`>
}

export const TEMPLATE_OPTIONS: readonly TemplateOption[] = [
  { id: 'firstWorkshop', title: 'home.templateFirst', text: 'home.templateFirstText' },
  { id: 'full', title: 'home.templateFull', text: 'home.templateFullText' },
  { id: 'serviceBlueprint', title: 'home.templateBlueprint', text: 'home.templateBlueprintText' },
  { id: 'empty', title: 'home.templateEmpty', text: 'home.templateEmptyText' },
]
