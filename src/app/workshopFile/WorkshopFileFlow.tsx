/**
 * One attempt to open a workshop file: it is checked first; then it is kept, merged after a look at what it brings, or
 * refused with a reason. Nothing on the device changes before the check is through and, where something is here
 * already, before somebody has agreed.
 */
import { useEffect, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { showToast } from '../../ui/toastStore.ts'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import type { ExaminedFile } from './examineFile.ts'
import { examineFile } from './examineFile.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { ProblemsDialog } from './ProblemsDialog.tsx'
import { problemText } from './problemText.ts'
import type { TakenIn } from './takeInFile.ts'
import { keepFile, keepSalvaged, mergeFile } from './takeInFile.ts'

export interface WorkshopFileFlowProps {
  readonly file: File
  readonly onClose: () => void
  readonly onDone: (workshopId: string) => void
}

type FlowState =
  | { readonly phase: 'reading'; readonly done: number }
  | { readonly phase: 'keeping' }
  | { readonly phase: 'failed'; readonly reason: string }
  | { readonly phase: 'examined'; readonly examined: ExaminedFile }

export function WorkshopFileFlow({ file, onClose, onDone }: WorkshopFileFlowProps) {
  const services = useServices()
  const t = useTranslate()
  const [state, setState] = useState<FlowState>({ phase: 'reading', done: 0 })
  const failed = (cause: unknown) => {
    services.logger.error('opening a workshop file broke off', { cause: String(cause) })
    setState({ phase: 'failed', reason: t('app.unexpected') })
  }
  const take = async (taken: TakenIn, message: string) => {
    setState({ phase: 'keeping' })
    const result = await taken.catch(failed)
    if (result === undefined) return
    if (!result.ok) {
      const reason = t('workshopFile.notKept', { reason: reasonText(t, result.error) })
      return setState({ phase: 'failed', reason })
    }
    showToast(message)
    onDone(result.value)
  }
  // One attempt: a new language or a new parent meanwhile must not read the file twice.
  const [attempt] = useState({ services, file, take, failed, opened: t('workshopFile.opened') })
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const onProgress = (done: number) => (signal.aborted ? undefined : setState({ phase: 'reading', done }))
    void examineFile(attempt.services, attempt.file, { signal, onProgress }).then(
      (examined) => {
        if (signal.aborted) return
        if (examined.kind === 'new')
          void attempt.take(keepFile(attempt.services, examined.file), attempt.opened)
        else setState({ phase: 'examined', examined })
      },
      (cause: unknown) => (signal.aborted ? undefined : attempt.failed(cause)),
    )
    return () => controller.abort()
  }, [attempt])
  if (state.phase === 'failed') {
    return <ProblemsDialog problems={[state.reason]} salvage={null} onSalvage={onClose} onClose={onClose} />
  }
  if (state.phase === 'examined') {
    return <Examined examined={state.examined} take={take} onClose={onClose} onDone={onDone} />
  }
  const isReading = state.phase === 'reading'
  return (
    <Dialog open size="s" title={t('workshopFile.title')} onClose={isReading ? onClose : () => undefined}>
      <Progress
        label={t(isReading ? 'workshopFile.reading' : 'workshopFile.keeping')}
        value={isReading ? state.done : 1}
        {...(isReading ? { onCancel: onClose } : {})}
      />
    </Dialog>
  )
}

interface ExaminedProps extends Omit<WorkshopFileFlowProps, 'file'> {
  readonly examined: ExaminedFile
  readonly take: (taken: TakenIn, message: string) => Promise<void>
}

function Examined({ examined, take, onClose, onDone }: ExaminedProps) {
  const services = useServices()
  const t = useTranslate()
  if (examined.kind === 'here') {
    const { file, entry, preview, newMedia } = examined
    const hasNews = preview === null || preview.bringsChanges || newMedia > 0
    return (
      <MergeDialog
        file={file}
        title={entry.title === '' ? t('home.untitled') : entry.title}
        preview={preview}
        newMedia={newMedia}
        onMerge={() =>
          hasNews
            ? void take(mergeFile(services, file), t('workshopFile.mergeDone'))
            : onDone(file.workshopId)
        }
        onClose={onClose}
      />
    )
  }
  const salvage = examined.kind === 'problems' ? examined.salvage : null
  const openSalvage = () => {
    if (salvage === null) return
    const title = salvage.title === '' ? t('home.untitled') : salvage.title
    const restored = t('workshopFile.salvagedTitle', { title })
    void take(keepSalvaged(services, salvage, restored), t('workshopFile.opened'))
  }
  return (
    <ProblemsDialog
      problems={problemsOf(t, examined)}
      salvage={salvage}
      onSalvage={openSalvage}
      onClose={onClose}
    />
  )
}

function problemsOf(t: ReturnType<typeof useTranslate>, examined: ExaminedFile): readonly string[] {
  switch (examined.kind) {
    case 'problems':
      return [...new Set(examined.problems.map((problem) => problemText(t, problem)))]
    case 'unreadable':
      return [t('workshopFile.unreadablePick')]
    case 'deviceFailed':
      return [t('workshopFile.hereUnreadable', { reason: reasonText(t, examined.failure) })]
    case 'new':
    case 'here':
      return []
  }
}
