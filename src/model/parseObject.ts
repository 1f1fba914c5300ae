/**
 * Fields that are one object replaced as a whole, such as the place of a card: every part has its own parser, a
 * missing part renders as its default, a wrong part makes the whole value invalid.
 */
import type { Shape, ValueField } from './field.ts'
import { value } from './field.ts'
import { isJsonObject } from './json.ts'

type Parts = Readonly<Record<string, ValueField<unknown>>>
type ObjectOf<P extends Parts> = { readonly [K in keyof P]: P[K] extends ValueField<infer T> ? T : never }

/** The object with every part valid, or undefined. Keeps parts it does not know. */
export function parseObject<P extends Parts>(parts: P, stored: unknown): ObjectOf<P> | undefined {
  if (!isJsonObject(stored)) return undefined
  const result: Record<string, unknown> = { ...stored }
  for (const [name, part] of Object.entries(parts)) {
    const parsed = name in stored ? part.parse(stored[name]) : part.fallback
    if (parsed === undefined) return undefined
    result[name] = parsed
  }
  return result as ObjectOf<P>
}

function fallbackObject<P extends Parts>(parts: P): ObjectOf<P> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.fallback])) as ObjectOf<P>
}

export function shapeOfParts(parts: Parts): Shape {
  return {
    type: 'object',
    parts: Object.fromEntries(Object.entries(parts).map(([name, { shape }]) => [name, shape])),
  }
}

export function object<P extends Parts>(parts: P): ValueField<ObjectOf<P>> {
  return value<ObjectOf<P>>(
    fallbackObject(parts),
    (stored) => parseObject(parts, stored),
    shapeOfParts(parts),
  )
}
