/** Declares what exists once per document: a root map of plain values, each last-writer-wins. */
import type * as Y from 'yjs'
import type { ValueFields, ValuesOf } from './defineKeyed.ts'
import type { DocumentName } from './documentName.ts'

export interface SingletonDefinition<Name extends string, Fields extends ValueFields> {
  readonly name: Name
  readonly document: DocumentName
  readonly fields: Fields
}

export type SingletonOf<D> =
  D extends SingletonDefinition<string, infer Fields>
    ? ValuesOf<Fields> & { readonly unknown: Readonly<Record<string, unknown>> }
    : never

export type SingletonValuesOf<D> =
  D extends SingletonDefinition<string, infer Fields> ? ValuesOf<Fields> : never

export function defineSingleton<const Name extends string, const Fields extends ValueFields>(
  definition: SingletonDefinition<Name, Fields>,
): SingletonDefinition<Name, Fields> {
  return definition
}

export function readSingleton(
  definition: SingletonDefinition<string, ValueFields>,
  root: Y.Map<unknown>,
): object {
  const result: Record<string, unknown> = {}
  const unknown: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(definition.fields)) {
    const stored = root.get(name)
    const parsed = stored === undefined ? undefined : field.parse(stored)
    result[name] = parsed === undefined ? field.fallback : parsed
  }
  for (const [name, stored] of root.entries()) {
    if (!Object.hasOwn(definition.fields, name)) unknown[name] = stored
  }
  result['unknown'] = unknown
  return result
}
