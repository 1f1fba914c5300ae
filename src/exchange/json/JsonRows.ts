/** The rows of the tables of a JSON file, with the path of each; what is no table or no row is a problem. */
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import type { Limits } from '../limits.ts'
import type { ProblemList } from '../tables/ProblemList.ts'

export class JsonRows {
  readonly file: string
  private readonly root: JsonObject
  private readonly limits: Limits
  private readonly list: ProblemList

  constructor(root: JsonObject, file: string, limits: Limits, list: ProblemList) {
    this.root = root
    this.file = file
    this.limits = limits
    this.list = list
  }

  /** Empty where the file says nothing. */
  part(name: string): JsonObject {
    const held = Object.hasOwn(this.root, name) ? this.root[name] : undefined
    return isJsonObject(held) ? held : {}
  }

  of(part: 'records' | 'entries' | 'bin', table: string): (readonly [row: JsonObject, path: string])[] {
    const held = this.part(part)
    const rows: unknown = Object.hasOwn(held, table) ? held[table] : []
    const { file } = this
    const path = `${part}.${table}`
    if (!Array.isArray(rows)) {
      this.list.add({ code: 'jsonWrong', file, path, expected: '[ … ]' })
      return []
    }
    if (rows.length > this.limits.rows) {
      this.list.add({ code: 'tooManyRows', file, path, limit: String(this.limits.rows) })
      return []
    }
    return rows.flatMap((row: unknown, index) => {
      const place = `${path}[${String(index)}]`
      if (isJsonObject(row)) return [[row, place] as const]
      this.list.add({ code: 'jsonWrong', file, path: place, expected: '{ … }' })
      return []
    })
  }
}
