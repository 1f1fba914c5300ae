/** Files dropped anywhere on the page, also the files of a dropped folder. True while something is dragged over it. */
import { useEffect, useRef, useState } from 'react'
import { filesOfDrop } from './filesOfDrop.ts'

export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [dragging, setDragging] = useState(false)
  const handler = useRef(onFiles)
  useEffect(() => {
    handler.current = onFiles
  }, [onFiles])
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
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
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return dragging
}
