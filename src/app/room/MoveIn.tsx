/** For a moderator at an address where nothing is yet: the file of the workshop that moves here. */
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { showToast } from '../../ui/toastStore.ts'
import type { JoinTarget } from '../join/joinSession.ts'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import { problemText } from '../workshopFile/problemText.ts'
import { moveIn, type MoveInFailure } from './moveIn.ts'

export function MoveIn({ target }: { readonly target: JoinTarget }) {
  const t = useTranslate()
  const services = useServices()
  const [, navigate] = useLocation()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const reasonOf = (failure: MoveInFailure) => {
    if (failure.from === 'device') return reasonText(t, failure.reason)
    if (failure.from === 'otherWorkshop') {
      const { title, host } = failure
      return t('room.moveInOtherWorkshop', { title: title === '' ? t('home.untitled') : title, host })
    }
    return failure.problem === null ? t('workshopFile.unreadablePick') : problemText(t, failure.problem)
  }
  const take = async (file: File) => {
    setBusy(true)
    setProblem(null)
    const moved = await moveIn(services, target, file)
    setBusy(false)
    if (!moved.ok) return setProblem(t('room.moveInDamaged', { reason: reasonOf(moved.error) }))
    showToast(t('room.moveInDone'))
    navigate(`/w/${moved.value}`, { replace: true, state: null })
  }
  const broken = (cause: unknown) => {
    services.logger.error('a workshop could not move in', { cause: String(cause) })
    setBusy(false)
    setProblem(t('app.unexpected'))
  }
  return (
    <section className="et-stack">
      <Callout title={t('room.moveInTitle')}>
        <p>{t('room.moveInOther')}</p>
        <p>{t('room.moveInText')}</p>
      </Callout>
      <FilePicker
        label={t('room.moveIn')}
        icon={<FileUp />}
        tone="primary"
        size="l"
        disabled={isBusy}
        onFiles={([file]) => (file === undefined ? undefined : void take(file).catch(broken))}
      />
      {isBusy ? <Progress label={t('room.moveInWorking')} /> : null}
      {problem === null ? null : (
        <Callout tone="error">
          <p>{problem}</p>
        </Callout>
      )}
    </section>
  )
}
