/** The list of namespaces: one file each, so that a feature's texts stand together in both languages. */
import { common } from './messages/common.ts'
import { ui } from './messages/ui.ts'

export const messages = { common, ui }
