/** The words that are printed on posters and sheets, and no others: the poster's worker is fetched with them. */
import { createTranslator, type TranslateIn } from './createTranslator.ts'
import { map } from './messages/map.ts'
import { personas } from './messages/personas.ts'
import { posterSheet } from './messages/posterSheet.ts'
import { sheets } from './messages/sheets.ts'
import { touchpoints } from './messages/touchpoints.ts'

const printed = { map, personas, posterSheet, sheets, touchpoints }

export type PrintTranslate = TranslateIn<typeof printed>

export const printTranslator = createTranslator(printed)
