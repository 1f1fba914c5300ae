/** Opening a zip of everything: every workshop in it is looked at first, then all are taken in at once. */
import { useEffect, useState } from 'react'
import { listDeviceArchive } from '../../exchange/deviceArchive/readDeviceArchive.ts'
import type { ZipEntry } from '../../exchange/zip/zipEntry.ts'
import { type ArchiveRow, OpenArchiveDialog } from '../../features/deviceArchive/OpenArchiveDialog.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import { problemText } from '../workshopFile/problemText.ts'
import { type ArchivedWorkshop, lookAt, takeIn } from './importArchive.ts'

export interface OpenArchiveFlowProps {
  readonly file: File
  readonly onClose: () => void
}

interface Row {
  readonly entry: ZipEntry
  readonly found: ArchivedWorkshop | null
}

type Phase = 'looking' | 'asking' | 'taking' | 'taken'

export function OpenArchiveFlow({ file, onClose }: OpenArchiveFlowProps) {
  const t = useTranslate()
  const { rows, phase, done, takeAll } = useArchive(file)
  return (
    <OpenArchiveDialog
      rows={rows.map((row) => rowOf(t, row))}
      phase={phase}
      done={done}
      takeable={rows.filter(({ found }) => isTakeable(found)).length}
      onTakeAll={takeAll}
      onClose={onClose}
    />
  )
}

type Work = (row: Row) => Promise<ArchivedWorkshop | null>

function useArchive(file: File) {
  const services = useServices()
  const [rows, setRows] = useState<readonly Row[]>([])
  const [phase, setPhase] = useState<Phase>('looking')
  const [done, setDone] = useState(0)
  const goThrough = async (begun: readonly Row[], work: Work, isStopped: () => boolean) => {
    let current = begun
    for (const [index, row] of begun.entries()) {
      const found = await work(row)
      if (isStopped()) return
      current = current.with(index, { entry: row.entry, found })
      setRows(current)
      setDone((index + 1) / begun.length)
    }
  }
  const broken = (next: Phase) => (cause: unknown) => {
    services.logger.error('an archive could not be gone through', { cause: String(cause) })
    setPhase(next)
  }
  // One attempt: another language meanwhile must not read everything again.
  const [once] = useState({ services, file, goThrough, broken })
  useEffect(() => {
    let left = false
    const look = async () => {
      const entries = (await listDeviceArchive(once.file)) ?? []
      const begun = entries.map((entry) => ({ entry, found: null }))
      if (!left) setRows(begun)
      await once.goThrough(
        begun,
        ({ entry }) => lookAt(once.services, once.file, entry),
        () => left,
      )
      if (!left) setPhase('asking')
    }
    look().catch(once.broken('asking'))
    return () => {
      left = true
    }
  }, [once])
  const take: Work = ({ entry, found }) =>
    isTakeable(found) ? takeIn(services, file, entry) : Promise.resolve(found)
  const takeAll = () => {
    setPhase('taking')
    setDone(0)
    goThrough(rows, take, () => false).then(() => setPhase('taken'), broken('taken'))
  }
  return { rows, phase, done, takeAll }
}

function isTakeable(found: ArchivedWorkshop | null): boolean {
  return found?.kind === 'new' || found?.kind === 'here' || found?.kind === 'binned'
}

function rowOf(t: Translate, { entry, found }: Row): ArchiveRow {
  const isBad = found?.kind === 'problem' || found?.kind === 'device'
  return { name: entry.name, status: found === null ? '…' : statusOf(t, found), isBad }
}

function statusOf(t: Translate, found: ArchivedWorkshop): string {
  switch (found.kind) {
    case 'new':
      return t('deviceArchive.kindNew')
    case 'here':
      return found.changes === 0
        ? t('deviceArchive.kindHerePictures')
        : t('deviceArchive.kindHere', { n: found.changes })
    case 'binned':
      return t('deviceArchive.kindBinned')
    case 'same':
      return t('deviceArchive.kindSame')
    case 'taken':
      return t('deviceArchive.kindTaken')
    case 'problem':
      return found.problem === null ? t('workshopFile.unreadablePick') : problemText(t, found.problem)
    case 'device':
      return reasonText(t, found)
  }
}
