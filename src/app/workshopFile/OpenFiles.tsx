/** Whatever somebody opened, dropped or had handed over by the system: workshop files, a zip of them, or tables. */
import { useEffect, useState } from 'react'
import { ImportFlow } from '../home/ImportFlow.tsx'
import { kindOfPick, type PickKind } from './kindOfPick.ts'
import { OpenSeveralFlow } from './OpenSeveralFlow.tsx'
import { WorkshopFileFlow } from './WorkshopFileFlow.tsx'

export interface OpenFilesProps {
  readonly files: readonly File[]
  readonly onClose: () => void
  readonly onDone: (workshopId: string) => void
}

export function OpenFiles({ files, onClose, onDone }: OpenFilesProps) {
  const [kind, setKind] = useState<PickKind | null>(null)
  useEffect(() => {
    let left = false
    void kindOfPick(files).then((answer) => (left ? undefined : setKind(answer)))
    return () => {
      left = true
    }
  }, [files])
  const [only] = files
  if (kind === null) return null
  if (only === undefined || kind === 'tables') {
    return <ImportFlow files={files} onClose={onClose} onDone={onDone} />
  }
  return kind === 'several' ? (
    <OpenSeveralFlow files={files} onClose={onClose} onDone={onDone} />
  ) : (
    <WorkshopFileFlow file={only} onClose={onClose} onDone={onDone} />
  )
}
