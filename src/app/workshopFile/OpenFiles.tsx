/** Whatever somebody opened, dropped or had handed over by the system: a workshop file, a zip of them, or tables. */
import { useEffect, useState } from 'react'
import { listDeviceArchive } from '../../exchange/deviceArchive/readDeviceArchive.ts'
import { OpenArchiveFlow } from '../deviceArchive/OpenArchiveFlow.tsx'
import { ImportFlow } from '../home/ImportFlow.tsx'
import { isWorkshopPick } from './isWorkshopPick.ts'
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
  return kind === 'archive' ? (
    <OpenArchiveFlow file={only} onClose={onClose} />
  ) : (
    <WorkshopFileFlow file={only} onClose={onClose} onDone={onDone} />
  )
}

type PickKind = 'workshop' | 'archive' | 'tables'

async function kindOfPick(files: readonly File[]): Promise<PickKind> {
  const [only] = files
  if (only !== undefined && files.length === 1 && (await isArchive(only))) return 'archive'
  return (await isWorkshopPick(files)) ? 'workshop' : 'tables'
}

async function isArchive(file: File): Promise<boolean> {
  try {
    return (await listDeviceArchive(file)) !== null
  } catch (error) {
    // It vanished or is locked: whoever reads it next says so.
    if (error instanceof DOMException) return false
    throw error
  }
}
