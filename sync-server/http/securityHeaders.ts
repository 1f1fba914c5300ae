/**
 * What every page of the relay may do, in one place. The app contacts nothing but its own origin, runs only its own
 * scripts, and cannot be framed. Whoever adds a source here says why.
 */

import { createHash } from 'node:crypto'

/**
 * Hashes of `<style>` elements that a library writes into the page (as `'sha256-…'`); our own styles are files. Style
 * *attributes* are allowed in markup because React and the canvas set them.
 */
export const STYLE_ELEMENT_HASHES: readonly string[] = [
  // The visible "made with tldraw" mark of tldraw 3.15.6.
  "'sha256-mrm+4FJh/6JWPc12P0FzomarB73l0MknX863E9gdzg8='",
]

const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  // No eval, no inline script, no WebAssembly.
  'script-src': ["'self'"],
  'style-src': ["'self'", ...STYLE_ELEMENT_HASHES],
  'style-src-elem': ["'self'", ...STYLE_ELEMENT_HASHES],
  'style-src-attr': ["'unsafe-inline'"],
  // Blurred previews are data:, pictures from the device are blob:.
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'font-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

/** `host` is the request's Host header: Safari before 15.4 does not let `'self'` cover web sockets. */
export function contentSecurityPolicy(host: string | undefined): string {
  const sockets =
    host !== undefined && /^[A-Za-z0-9.:[\]-]{1,255}$/.test(host) ? [`ws://${host}`, `wss://${host}`] : []
  const directives = { ...POLICY, 'connect-src': ["'self'", ...sockets] }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

export function securityHeaders(host: string | undefined): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(host),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()',
  }
}

/** What lets a policy take this very text as a script or style of a page that is whole in itself. */
export function inlineHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
