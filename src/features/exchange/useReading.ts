/** Reading files or pasted text: one attempt at a time, which a cancel or the end of the dialog stops. */
import { useEffect, useRef, useState } from 'react'
import { type ImportStep, stepAfterReading } from './importSteps.ts'
import type { Found, ImportTools } from './importTools.ts'

export function useReading(tools: ImportTools, picked?: readonly File[]) {
  const [step, setStep] = useState<ImportStep>({ step: 'choose' })
  const running = useRef<AbortController | null>(null)
  const start = (
    work: (signal: AbortSignal, onProgress: (done: number) => void) => Promise<Found>,
  ): AbortController => {
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    setStep({ step: 'reading', done: 0 })
    const onProgress = (done: number) => (signal.aborted ? undefined : setStep({ step: 'reading', done }))
    void work(signal, onProgress).then((found) => {
      if (!signal.aborted) setStep(stepAfterReading(tools, found))
    })
    return controller
  }
  const files = (chosen: readonly File[]) =>
    start((signal, onProgress) => tools.read(chosen, signal, onProgress))
  useEffect(() => {
    const first = picked === undefined ? null : files(picked)
    return () => {
      first?.abort()
      running.current?.abort()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- what was picked is read once, when the dialog opens
  }, [])
  const read = {
    files: (chosen: readonly File[]) => void files(chosen),
    text: (text: string) => void start((signal) => tools.readText(text, signal)),
    cancel: () => {
      running.current?.abort()
      setStep({ step: 'choose' })
    },
  }
  return { step, setStep, read }
}
