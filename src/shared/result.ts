/**
 * The one way to say "this can fail and the caller must look": expected failures are values with a code,
 * bugs are thrown. Kept apart from any domain so that every layer can share it.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}
