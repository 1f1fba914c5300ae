/**
 * Plain JSON values as they stand in the documents, and the narrow looks at them that parsers need. Kept in one
 * place so that no parser has to cast what it read.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type Scalar = string | number | boolean | null
export type JsonObject = { readonly [key: string]: unknown }

export function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  )
}

export function isScalar(value: unknown): value is Scalar {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}

export function isJson(value: unknown, depth = 0): value is Json {
  if (isScalar(value)) return true
  if (depth > 16) return false
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1))
  return isJsonObject(value) && Object.values(value).every((item) => isJson(item, depth + 1))
}

/** Equality of what two JSON values say, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameJson(a[key], b[key]))
}
