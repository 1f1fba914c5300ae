/**
 * The rows of a table before they are text: every column of the format has its cell, or it does not compile. Rows of
 * touchpoints have further cells for the fields that a workshop made up.
 */
import type { RowValues, TableName } from '../tables/tableFormat.ts'

export type Cells<T extends TableName> = {
  readonly [C in Exclude<keyof RowValues<T>, 'own_fields'>]: string
}

export type TableRows = { readonly [T in TableName]: readonly Cells<T>[] }
