/**
 * Who may do what with which document of a room: one table, shared so that the app shows what the relay will enforce.
 * Documents that are not in it are refused; `survey-…` will get a row of its own.
 */
import type { Role } from './capability.ts'

export const RELAY_DOCUMENTS = ['map', 'stage', 'review'] as const

export type RelayDocument = (typeof RELAY_DOCUMENTS)[number]

const WRITERS: Readonly<Record<RelayDocument, readonly Role[]>> = {
  map: ['moderator', 'writer'],
  stage: ['moderator'],
  review: ['moderator', 'writer', 'reviewer'],
}

export function isRelayDocument(name: unknown): name is RelayDocument {
  return RELAY_DOCUMENTS.some((document) => document === name)
}

/** Every role that can prove itself reads everything in its room; presence counts as reading. */
export function mayRead(_role: Role, document: string): boolean {
  return isRelayDocument(document)
}

/** Also decides who may announce presence in a document: a reader is not seen. */
export function mayWrite(role: Role, document: string): boolean {
  return isRelayDocument(document) && WRITERS[document].includes(role)
}

/** Creating a room on a relay, closing it and changing its secrets need the moderator's secret. */
export function mayCreateRoom(role: Role): boolean {
  return role === 'moderator'
}
