/**
 * Files dropped anywhere on the page, also the files of a dropped folder. True while something is dragged over it. Heard
 * before anything on the page hears it: the map keeps drops to itself, and whatever is not taken makes the browser leave.
 */
import { useEffect, useRef, useState } from 'react'
import { filesOfDrop } from './filesOfDrop.ts'

export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [dragging, setDragging] = useState(false)
  const handler = useRef(onFiles)
  useEffect(() => {
    handler.current = onFiles
  }, [onFiles])
  useEffect(() => {
    // The map sends a second event after the one that it stopped.
    const hasFiles = (event: DragEvent) =>
      event.dataTransfer?.types.includes('Files') === true && !('isSpecialRedispatchedEvent' in event)
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setDragging(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      setDragging(false)
      const plain = [...event.dataTransfer.files]
      // A folder that cannot be looked into is handed on as it is: whoever reads it names the problem.
      void filesOfDrop(event.dataTransfer)
        .catch(() => plain)
        .then((files) => (files.length > 0 ? handler.current(files) : undefined))
    }
    const early = { capture: true }
    window.addEventListener('dragover', onOver, early)
    window.addEventListener('dragleave', onLeave, early)
    window.addEventListener('drop', onDrop, early)
    return () => {
      window.removeEventListener('dragover', onOver, early)
      window.removeEventListener('dragleave', onLeave, early)
      window.removeEventListener('drop', onDrop, early)
    }
  }, [])
  return dragging
}
