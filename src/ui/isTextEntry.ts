/** Whether letters typed now go into this element: text fields and whatever can be edited, not boxes and sliders. */

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'])

export function isTextEntry(element: Element): boolean {
  if (element.tagName === 'TEXTAREA') return true
  if (element.tagName === 'INPUT') return !NOT_TEXT.has(element.getAttribute('type') ?? 'text')
  return (element as HTMLElement).isContentEditable
}
