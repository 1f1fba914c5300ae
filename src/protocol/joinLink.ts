/**
 * Join links: `<origin>/join#<capability code>[.<title>]`. The secret is in the fragment, which browsers never send to
 * a server. Parsing forgives what mail and chat programs do to links and names what it cannot forgive.
 */
import { err, ok, type Result } from '../shared/result.ts'
import type { Capability } from './capability.ts'
import { type CapabilityCodeError, formatCapabilityCode, parseCapabilityCode } from './capabilityCode.ts'

export interface JoinLink {
  /** Where the relay is, such as `http://192.168.1.20:4321`; null when only the code after `#` was pasted. */
  readonly origin: string | null
  readonly capability: Capability
  /** What the workshop was called when the link was made: only to greet with, never to identify it. */
  readonly title: string | null
}

export type JoinLinkError = 'not-a-link' | 'no-secret' | CapabilityCodeError

const JOIN_PATH = '/join'
const TITLE_LIMIT = 80
/** Longer texts are somebody's clipboard, not a link. */
const TEXT_LIMIT = 4096

export function buildJoinLink(origin: string, capability: Capability, title?: string): string {
  const base = origin.replace(/\/+$/, '')
  const shown = clipTitle((title ?? '').trim())
  const suffix = shown === '' ? '' : `.${encodeURIComponent(shown).replaceAll('.', '%2E')}`
  return `${base}${JOIN_PATH}#${formatCapabilityCode(capability)}${suffix}`
}

/** Reads a whole link, `#…`, or the code alone; white space inside (wrapped mail) and wrapping quotes are ignored. */
export function parseJoinLink(text: string): Result<JoinLink, JoinLinkError> {
  if (text.length > TEXT_LIMIT) return err('not-a-link')
  const bare = text.replace(/\s+/g, '').replace(/^[<"'„“]+|[>"'”“]+$/g, '')
  if (bare === '') return err('empty')
  const split = splitFragment(bare)
  if (!split.ok) return split
  const [code, title] = splitTitle(split.value.fragment)
  const capability = parseCapabilityCode(code)
  if (!capability.ok) return capability
  return ok({ origin: split.value.origin, capability: capability.value, title })
}

/** The same for what the browser's address bar already took apart: `location.hash`. */
export function parseJoinFragment(hash: string): Result<JoinLink, JoinLinkError> {
  if (hash === '' || hash === '#') return err('no-secret')
  return parseJoinLink(hash.startsWith('#') ? hash : `#${hash}`)
}

interface SplitLink {
  readonly origin: string | null
  readonly fragment: string
}

function splitFragment(bare: string): Result<SplitLink, JoinLinkError> {
  if (!bare.includes('/')) {
    const fragment = bare.replace(/^#/, '')
    return /^[0-9][A-Za-z0-9_-]*(\.|$)/.test(fragment) ? ok({ origin: null, fragment }) : err('not-a-link')
  }
  const url = parseUrl(bare)
  if (url === null) return err('not-a-link')
  if (!pathOf(url).endsWith(JOIN_PATH)) return err('not-a-link')
  const fragment = url.hash.slice(1)
  return fragment === '' ? err('no-secret') : ok({ origin: originOf(url), fragment })
}

function originOf(url: URL): string {
  return `${url.origin}${pathOf(url).slice(0, -JOIN_PATH.length)}`
}

/** Some programs put a slash before the fragment. */
function pathOf({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '')
}

/** People type addresses from a wall without `http://`; that is what the wall's relay speaks unless it says otherwise. */
function parseUrl(text: string): URL | null {
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`
  if (!URL.canParse(whole)) return null
  const url = new URL(whole)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
}

function splitTitle(fragment: string): [code: string, title: string | null] {
  const dot = fragment.indexOf('.')
  if (dot < 0) return [fragment, null]
  return [fragment.slice(0, dot), decodeTitle(fragment.slice(dot + 1))]
}

/** A title cut off in the middle of a character keeps what is whole: it must not keep anybody out. */
function decodeTitle(encoded: string): string | null {
  for (let end = encoded.length; end > 0; end -= 1) {
    const title = tryDecode(encoded.slice(0, end))
    if (title !== null) return title === '' ? null : clipTitle(title)
    if (encoded.length - end > 12) return null
  }
  return null
}

/** Half a surrogate pair cannot be percent-encoded, so it goes. */
function clipTitle(title: string): string {
  return title.slice(0, TITLE_LIMIT).replace(/\p{Surrogate}/gu, '')
}

function tryDecode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded)
  } catch (cause) {
    if (cause instanceof URIError) return null
    throw cause
  }
}
