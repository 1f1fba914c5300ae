/**
 * What somebody began to write and has not sent, for as long as the workshop is open: an inspector that closes, because
 * another card was tapped, must not swallow half a comment.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'

const drafts = new WeakMap<WorkshopDocument, Map<string, string>>()

export function draftOf(workshop: WorkshopDocument, key: string): string {
  return drafts.get(workshop)?.get(key) ?? ''
}

export function keepDraft(workshop: WorkshopDocument, key: string, text: string): void {
  const kept = drafts.get(workshop) ?? new Map<string, string>()
  drafts.set(workshop, kept)
  if (text === '') kept.delete(key)
  else kept.set(key, text)
}
