/** The rows of a table before they are text: every column of the format has its cell, or it does not compile. */
import type { RowValues, TableName } from '../tables/tableFormat.ts'

export type Cells<T extends TableName> = { readonly [C in keyof RowValues<T>]: string }

export type TableRows = { readonly [T in TableName]: readonly Cells<T>[] }
