/** Opens the camera (on tablets and phones) or the file dialog for pictures, from a gesture of the person. */
export interface PickOptions {
  /** Prefer the camera where there is one. */
  readonly capture: boolean
  readonly onFiles: (files: readonly File[]) => void
  /** Closed without a choice. */
  readonly onCancel: () => void
}

export function pickPictures({ capture, onFiles, onCancel }: PickOptions): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.hidden = true
  if (capture) input.setAttribute('capture', 'environment')
  // Safari forgets inputs that are not in the page before the camera comes back.
  document.body.append(input)
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    input.remove()
    if (files.length > 0) onFiles(files)
  })
  input.addEventListener('cancel', () => {
    input.remove()
    onCancel()
  })
  input.click()
}
