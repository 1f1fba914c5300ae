/**
 * A reload that the app itself begins, after it has seen that everything is stored: the browser is not to ask about
 * work that stays on this device, as it does when somebody closes the page.
 */
let isReloading = false

export function reloadPage(): void {
  isReloading = true
  window.location.reload()
}

/** Once for each reload: whoever stays after all may close the page later. */
export function takeReload(): boolean {
  const wasReloading = isReloading
  isReloading = false
  return wasReloading
}
