/**
 * Between one textarea and the workshop. Every letter is written at once and merges with what others type in the same
 * text; letters that an input method still composes are held back until they are settled. Free of React, so that the
 * same rules hold in place and in the sheet, and can be tested without a browser.
 */
import type { MapActions } from '../MapActions.ts'
import type { MapText } from '../MapCanvasProps.ts'
import { carryCaret, changeBetween, rebase } from './carryCaret.ts'
import { type EditTarget, isDraft } from './EditTarget.ts'

/** The part of a textarea that is needed. */
export interface TextField {
  value: string
  selectionStart: number
  selectionEnd: number
  setSelectionRange(start: number, end: number): void
}

export interface TextControllerOptions {
  readonly field: TextField
  readonly actions: Pick<MapActions, 'create' | 'write' | 'remove'>
  /** The draft has become this text. */
  readonly onCreated: (text: MapText) => void
  /** The text as it stands in the workshop; undefined when it is gone. */
  readonly read: (text: MapText) => string | undefined
}

export class TextController {
  private readonly options: TextControllerOptions
  private target: EditTarget | null = null
  private isComposing = false
  /** The workshop's text when the composition began. */
  private base = ''
  /** Created since the text was opened: taken away again if it ends up empty. */
  private created: MapText | null = null

  constructor(options: TextControllerOptions) {
    this.options = options
  }

  shows(target: EditTarget): boolean {
    const own = this.target
    if (own === null) return false
    if (isDraft(own) || isDraft(target)) return own === target
    return own.kind === target.kind && own.id === target.id
  }

  /** Shows a text with the caret at its end. */
  open(target: EditTarget): void {
    this.close()
    const { field, read } = this.options
    this.target = target
    field.value = isDraft(target) ? '' : (read(target) ?? '')
    field.setSelectionRange(field.value.length, field.value.length)
  }

  onInput(): void {
    if (!this.isComposing) this.write(this.options.field.value)
  }

  onCompositionStart(): void {
    this.isComposing = true
    this.base = this.stored() ?? ''
  }

  onCompositionEnd(): void {
    if (!this.isComposing) return
    this.isComposing = false
    const { field } = this.options
    const stored = this.stored()
    this.write(stored === undefined ? field.value : rebase(this.base, field.value, stored))
    this.onStored()
  }

  /** The workshop changed; shows what others wrote and keeps the caret at its letter. */
  onStored(): void {
    const { field } = this.options
    const stored = this.stored()
    if (this.isComposing || stored === undefined || stored === field.value) return
    const change = changeBetween(field.value, stored)
    const start = carryCaret(field.selectionStart, change)
    const end = carryCaret(field.selectionEnd, change)
    field.value = stored
    field.setSelectionRange(start, end)
  }

  /** Settles what is still composed, and leaves no empty card behind. */
  close(): void {
    this.onCompositionEnd()
    const { created } = this
    this.created = null
    this.target = null
    if (created !== null && this.options.read(created)?.trim() === '') this.options.actions.remove([created])
  }

  /** The workshop's text; undefined for a draft, or when somebody else took the thing away. */
  private stored(): string | undefined {
    const { target } = this
    return target === null || isDraft(target) ? undefined : this.options.read(target)
  }

  private write(value: string): void {
    const { target } = this
    if (target === null) return
    if (!isDraft(target)) {
      const stored = this.options.read(target)
      if (stored !== undefined && stored !== value) this.options.actions.write(target, value)
      return
    }
    if (value.trim() === '') return
    const created = this.options.actions.create(target, value)
    if (created === null) return
    this.created = created
    this.target = created
    this.options.onCreated(created)
  }
}
