/** Values of a JSON file against the shapes of their fields. What is wrong is named with its path; references resolve. */
import type { ValueFields } from '../../model/defineKeyed.ts'
import type { Shape } from '../../model/field.ts'
import { isJson, isJsonObject, type JsonObject } from '../../model/json.ts'
import { TEXT_LIMIT } from '../../model/patch.ts'
import type { KeyedTableName, TableName } from '../../model/schema.ts'
import { tableOfKeyPart } from '../document/keyedRefs.ts'
import { tableOfRef } from '../document/walkValue.ts'
import type { ProblemList } from '../tables/ProblemList.ts'
import type { JsonNames } from './JsonNames.ts'

type Shapes = readonly (readonly [name: string, shape: Shape])[]
type Loose = Readonly<Record<string, unknown>>

/** What a value is not, so that it cannot be mistaken for a value that is undefined. */
const WRONG = Symbol('wrong')

export class ShapeCheck {
  private readonly file: string
  private readonly list: ProblemList
  private readonly names: Pick<JsonNames, 'resolve'>

  constructor(file: string, list: ProblemList, names: Pick<JsonNames, 'resolve'>) {
    this.file = file
    this.list = list
    this.names = names
  }

  /** The fields that are there; undefined when one of them is wrong. */
  fields(shapes: Shapes, row: JsonObject, path: string): Loose | undefined {
    const values: Record<string, unknown> = {}
    let right = true
    for (const [name, shape] of shapes) {
      if (!Object.hasOwn(row, name)) continue
      const value = this.value(shape, row[name], `${path}.${name}`)
      if (value === WRONG) right = false
      else values[name] = value
    }
    return right ? values : undefined
  }

  /** Of a rating, a vote and the like; one about something that is in the bin is left out without a word. */
  keyParts(table: KeyedTableName, key: ValueFields, row: JsonObject, path: string): Loose | undefined {
    const parts: Record<string, unknown> = {}
    for (const [part, { shape }] of Object.entries(key)) {
      const value = this.value(shape, row[part], `${path}.${part}`)
      if (value === WRONG) return undefined
      const of = tableOfKeyPart(table, part, row)
      const isName = of !== null && typeof value === 'string' && value !== ''
      const name = isName ? this.reference(of, value, `${path}.${part}`) : value
      if (name === WRONG || (isName && name === null)) return undefined
      parts[part] = name
    }
    return parts
  }

  private value(shape: Shape, value: unknown, path: string): unknown {
    switch (shape.type) {
      case 'json':
        return isJson(value) ? value : this.wrong(value, path, 'JSON')
      case 'flag':
        return typeof value === 'boolean' ? value : this.wrong(value, path, 'true, false')
      case 'order':
        return Number.isSafeInteger(value) ? value : this.wrong(value, path, '1, 2, 3 …')
      case 'string':
        return this.string(shape.pattern, value, path)
      case 'number': {
        const { min, max } = shape
        const fits = typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max
        return fits ? value : this.wrong(value, path, `${String(min)} … ${String(max)}`)
      }
      case 'oneOf':
        return shape.options.includes(String(value))
          ? value
          : this.wrong(value, path, shape.options.join(', '))
      case 'ref':
        if (value === null) return null
        if (typeof value !== 'string') return this.wrong(value, path, '"…"')
        return this.reference(tableOfRef(shape.kind), value, path)
      case 'nullable':
        return value === null ? null : this.value(shape.of, value, path)
      case 'list':
        return this.items(shape.of, value, path)
      case 'object':
        return isJsonObject(value)
          ? (this.fields(Object.entries(shape.parts), value, path) ?? WRONG)
          : this.wrong(value, path, '{ … }')
    }
  }

  private string(pattern: string | undefined, value: unknown, path: string): unknown {
    if (typeof value !== 'string') return this.wrong(value, path, '"…"')
    if (value.length > TEXT_LIMIT) {
      this.list.add({
        code: 'cellTooLong',
        file: this.file,
        path,
        value: String(value.length),
        limit: String(TEXT_LIMIT),
      })
      return WRONG
    }
    if (pattern !== undefined && !new RegExp(pattern).test(value)) return this.wrong(value, path, pattern)
    return value
  }

  private items(of: Shape, value: unknown, path: string): unknown {
    if (!Array.isArray(value)) return this.wrong(value, path, '[ … ]')
    const items = value.map((item: unknown, index) => this.value(of, item, `${path}[${String(index)}]`))
    return items.includes(WRONG) ? WRONG : items.filter((item) => item !== null)
  }

  private reference(table: TableName, name: string, path: string): unknown {
    const found = this.names.resolve(table, name)
    if (found !== undefined) return found
    this.list.add({ code: 'unknownReference', file: this.file, path, value: name, table: `records.${table}` })
    return WRONG
  }

  private wrong(value: unknown, path: string, expected: string): typeof WRONG {
    const shown = value === undefined ? '' : (JSON.stringify(value) ?? '')
    this.list.add({ code: 'jsonWrong', file: this.file, path, value: shown, expected })
    return WRONG
  }
}
