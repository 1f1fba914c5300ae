/** The camera, looking for the code of a workshop. */
import { Camera, CameraOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import type { CameraProblem } from './camera.logic.ts'
import { cameraProblemOf, canUseCamera } from './camera.logic.ts'
import { startScanner } from './startScanner.ts'
import './ScanPane.css'

const PROBLEM_KEYS = {
  insecure: 'join.scanInsecure',
  noCamera: 'join.scanNoCamera',
  denied: 'join.scanDenied',
} as const

function ProblemText({ problem, detail }: { readonly problem: CameraProblem; readonly detail: string }) {
  const t = useTranslate()
  const text = problem === 'failed' ? t('join.scanFailed', { detail }) : t(PROBLEM_KEYS[problem])
  return (
    <Callout tone="warning">
      <p>{text}</p>
    </Callout>
  )
}

export interface ScanPaneProps {
  /** False when the text is no link to a workshop; the camera goes on looking. */
  readonly onText: (text: string) => boolean
}

export function ScanPane({ onText }: ScanPaneProps) {
  const t = useTranslate()
  const video = useRef<HTMLVideoElement>(null)
  const [running, setRunning] = useState(false)
  const [other, setOther] = useState(false)
  const [problem, setProblem] = useState<{ code: CameraProblem; detail: string } | null>(null)
  const handler = useRef(onText)
  useEffect(() => {
    handler.current = onText
  }, [onText])
  useEffect(() => {
    if (!running || video.current === null) return undefined
    return startScanner(video.current, {
      onText: (text) => setOther(!handler.current(text)),
      onProblem: (cause) => {
        setRunning(false)
        setProblem({
          code: cameraProblemOf(cause),
          detail: cause instanceof Error ? cause.message : String(cause),
        })
      },
    })
  }, [running])
  const usable = canUseCamera({
    isSecureContext: window.isSecureContext,
    hasMediaDevices: 'mediaDevices' in navigator,
  })
  if (!usable.ok) return <ProblemText problem={usable.error} detail="" />
  return (
    <div className="et-stack">
      {problem === null ? null : <ProblemText problem={problem.code} detail={problem.detail} />}
      {running ? (
        <>
          <video ref={video} className="et-scan__video" muted playsInline aria-label={t('join.scanHint')} />
          <output className="et-scan__state">{other ? t('join.scanOther') : t('join.scanLooking')}</output>
          <Button icon={<CameraOff />} onClick={() => setRunning(false)}>
            {t('join.scanStop')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('join.scanHint')}</p>
          <Button icon={<Camera />} tone="primary" onClick={() => setRunning(true)}>
            {t('join.scanStart')}
          </Button>
        </>
      )}
    </div>
  )
}
