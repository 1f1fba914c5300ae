/** One attempt to open files: runs while it is shown, can be cancelled, ends in a map or in a list of troubles. */
import { Suspense, useEffect, useState } from 'react'
import type { ImportNotice, ImportProblem } from '../../exchange/problem.ts'
import { describeProblem } from '../../exchange/describeProblem.ts'
import type { ImportState, ImportTrouble } from '../../features/home/ImportDialog.tsx'
import { ImportDialog } from '../../features/home/ImportDialog.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { lazyView } from '../lazyView.tsx'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import type { ImportFailure } from './importWorkshop.ts'
import { importWorkshop, KEEPING } from './importWorkshop.ts'

/** A table of notes is no workshop yet: its columns have to be named first. */
const ImportNew = lazyView(async () => (await import('../exchange/ImportNew.tsx')).ImportNew)

export interface ImportFlowProps {
  readonly files: readonly File[]
  readonly onClose: () => void
  readonly onDone: (workshopId: string) => void
}

/** The place stands in columns of its own, so the sentence need not repeat it. */
function troubleOf(t: Translate, problem: ImportProblem | ImportNotice): ImportTrouble {
  const { line: _line, column: _column, ...rest } = problem
  const sentence = describeProblem({ ...rest, file: '' } as ImportProblem, t)
  const text = describeProblem(problem, t).endsWith(sentence) ? sentence : describeProblem(problem, t)
  return { file: problem.file, line: problem.line ?? null, column: problem.column ?? null, text }
}

function troublesOf(
  t: Translate,
  failure: Exclude<ImportFailure, { code: 'notes' }>,
): readonly ImportTrouble[] {
  if (failure.code === 'problems') return failure.problems.map((problem) => troubleOf(t, problem))
  const text = t('home.importNotSaved', { reason: reasonText(t, failure.failure) })
  return [{ file: '', line: null, column: null, text }]
}

export function ImportFlow({ files, onClose, onDone }: ImportFlowProps) {
  const services = useServices()
  const t = useTranslate()
  const locale = useLocale()
  const [state, setState] = useState<ImportState | 'notes'>({ phase: 'working', done: 0, canCancel: true })
  // One attempt: switching the language meanwhile must not read the files twice.
  const [attempt] = useState({ services, files, locale, t, onDone })
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const onProgress = (done: number) =>
      signal.aborted ? undefined : setState({ phase: 'working', done, canCancel: done < KEEPING })
    const onBroken = (cause: unknown) => {
      attempt.services.logger.error('an import broke off', { cause: String(cause) })
      const trouble = { file: '', line: null, column: null, text: attempt.t('app.unexpected') }
      if (!signal.aborted) setState({ phase: 'troubles', troubles: [trouble] })
    }
    void importWorkshop(attempt.services, { ...attempt, signal, onProgress }).then((result) => {
      if (signal.aborted) return
      if (!result.ok) {
        if (result.error.code === 'notes') return setState('notes')
        setState({ phase: 'troubles', troubles: troublesOf(attempt.t, result.error) })
        return
      }
      const { notices, session } = result.value
      const onGo = () => attempt.onDone(session.workshopId)
      if (notices.length === 0) return onGo()
      setState({ phase: 'notices', notices: notices.map((notice) => troubleOf(attempt.t, notice)), onGo })
    }, onBroken)
    return () => controller.abort()
  }, [attempt])
  if (state === 'notes') {
    return (
      <Suspense fallback={null}>
        <ImportNew files={files} onClose={onClose} onDone={onDone} />
      </Suspense>
    )
  }
  return <ImportDialog state={state} onCancel={onClose} onAgain={onClose} />
}
