/** A good link: fetches the workshop behind it and lets somebody in. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { JoinScreen } from '../../features/join/JoinScreen.tsx'
import { LinkEntry } from '../../features/join/LinkEntry.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { mayWrite } from '../../protocol/access.ts'
import type { JoinLink } from '../../protocol/joinLink.ts'
import { parseJoinLink } from '../../protocol/joinLink.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { reasonText } from '../reasonText.ts'
import { MoveIn } from '../room/MoveIn.tsx'
import { useServices } from '../ServicesContext.ts'
import { JoinNotice } from './JoinNotice.tsx'
import type { JoinPhase, Newcomer } from './joinSession.ts'
import { startJoin } from './joinSession.ts'

export interface JoinWorkshopProps {
  readonly link: JoinLink
  readonly origin: string
  readonly onLink: (text: string) => void
}

/** A retry begins anew, with a new connection. */
export function JoinWorkshop(props: JoinWorkshopProps) {
  const [attempt, setAttempt] = useState(0)
  return <Joining key={attempt} {...props} onRetry={() => setAttempt((count) => count + 1)} />
}

interface JoiningProps extends JoinWorkshopProps {
  readonly onRetry: () => void
}

function Joining({ link, origin, onLink, onRetry }: JoiningProps) {
  const services = useServices()
  const [session] = useState(() => startJoin(services, { origin, capability: link.capability }))
  useEffect(() => session.close, [session])
  const t = useTranslate()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const phase = useReadableValue(session.phase)
  const ready = phase.phase === 'ready'
  const known = useKnownPeople(phase)
  const title =
    ready && phase.document.snapshot().meta.title !== '' ? phase.document.snapshot().meta.title : link.title
  const openHere = (workshopId: string) => navigate(`/w/${workshopId}`, { replace: true, state: null })
  const enter = (who: Newcomer) => {
    setBusy(true)
    void session.enter(who).then((entered) => {
      setBusy(false)
      if (entered.ok) return openHere(entered.value)
      showToast(t('join.joinFailed', { reason: reasonText(t, entered.error) }), { tone: 'error' })
    })
  }
  const notice = (
    <JoinNotice phase={phase} host={new URL(origin).host} onRetry={onRetry} onOpenHere={openHere} />
  )
  if (needsOtherLink(phase) || canMoveIn(phase, link)) {
    return (
      <>
        <h1 className="et-join__title">{t('join.title')}</h1>
        {notice}
        {canMoveIn(phase, link) ? <MoveIn target={{ origin, capability: link.capability }} /> : null}
        <LinkEntry check={parseJoinLink} onLink={onLink} />
      </>
    )
  }
  if (!mayWrite(link.capability.role, 'map')) {
    return (
      <LookOnly
        title={title}
        notice={notice}
        ready={ready && !busy}
        mayComment={mayWrite(link.capability.role, 'review')}
        onLook={() => enter({ kind: 'looker' })}
      />
    )
  }
  return (
    <JoinScreen
      title={title}
      people={known}
      peopleHere={ready ? phase.peopleHere : nobody}
      ready={ready}
      busy={busy}
      notice={notice}
      onNew={(name, colour) => enter({ kind: 'new', name, colour })}
      onKnown={(personId) => enter({ kind: 'known', personId })}
    />
  )
}

function needsOtherLink({ phase }: JoinPhase): boolean {
  return phase === 'closed' || phase === 'refused' || phase === 'failed'
}

/** Nothing is under this link yet, and it may bring the workshop there. */
function canMoveIn(phase: JoinPhase, { capability }: JoinLink): boolean {
  const isNew = phase.phase === 'empty' || (phase.phase === 'refused' && phase.reason === 'creationRefused')
  return isNew && capability.role === 'moderator'
}

interface LookOnlyProps {
  readonly title: string | null
  readonly notice: React.ReactNode
  readonly ready: boolean
  readonly mayComment: boolean
  readonly onLook: () => void
}

function LookOnly({ title, notice, ready, mayComment, onLook }: LookOnlyProps) {
  const t = useTranslate()
  return (
    <div className="et-join">
      <h1 className="et-join__title">
        {title === null ? t('join.welcomeUntitled') : t('join.welcome', { title })}
      </h1>
      {notice}
      <p>{t(mayComment ? 'join.asReviewer' : 'join.asReader')}</p>
      <Button tone="primary" size="l" disabled={!ready} onClick={onLook}>
        {t('join.look')}
      </Button>
    </div>
  )
}

const nobody: readonly never[] = []
const never = () => () => undefined

/** Everybody in the workshop who may have sat in the room; customers whose ratings were collected are not among them. */
function useKnownPeople(phase: JoinPhase) {
  const document: WorkshopDocument | null = phase.phase === 'ready' ? phase.document : null
  const persons = useSyncExternalStore(
    document?.subscribe ?? never,
    () => document?.snapshot().persons ?? null,
  )
  return useMemo(() => {
    if (persons === null) return nobody
    return [...persons.values()]
      .filter((person) => person.kind !== 'respondent')
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name, colour }) => ({ id, name, colour: colour === '' ? '#5F6B73' : colour }))
  }, [persons])
}
