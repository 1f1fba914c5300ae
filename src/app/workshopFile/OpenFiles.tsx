/** Whatever somebody opened, dropped or had handed over by the system: a workshop file, or tables. */
import { useEffect, useState } from 'react'
import { ImportFlow } from '../home/ImportFlow.tsx'
import { isWorkshopPick } from './isWorkshopPick.ts'
import { WorkshopFileFlow } from './WorkshopFileFlow.tsx'

export interface OpenFilesProps {
  readonly files: readonly File[]
  readonly onClose: () => void
  readonly onDone: (workshopId: string) => void
}

export function OpenFiles({ files, onClose, onDone }: OpenFilesProps) {
  const [isWorkshop, setIsWorkshop] = useState<boolean | null>(null)
  useEffect(() => {
    let left = false
    void isWorkshopPick(files).then((answer) => (left ? undefined : setIsWorkshop(answer)))
    return () => {
      left = true
    }
  }, [files])
  const [only] = files
  if (isWorkshop === null) return null
  return isWorkshop && only !== undefined ? (
    <WorkshopFileFlow file={only} onClose={onClose} onDone={onDone} />
  ) : (
    <ImportFlow files={files} onClose={onClose} onDone={onDone} />
  )
}
