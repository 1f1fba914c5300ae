/**
 * What somebody in an open workshop must hear whatever they are doing: it left this device in another tab, its room was
 * closed, it is at another address. One at a time, the gravest first, never in the middle of a word; all but the first
 * can be put off.
 */
import { Download, House } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { ClosedNotice } from '../../features/room/ClosedNotice.tsx'
import { MovedNotice, movedTitleKey } from '../../features/room/MovedNotice.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Secret } from '../../protocol/capability.ts'
import { buildJoinLink } from '../../protocol/joinLink.ts'
import type { NewAddress } from '../../protocol/newAddress.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useSaveCopy } from '../frame/useSaveCopy.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { hasLinksToFinish, keepHereOnly } from './changeLinks.ts'
import { newAddressOf } from './newAddressOf.ts'
import { roomFailureText } from './roomFailureText.ts'
import { noteSeen, seenAddresses } from './seenAddresses.ts'
import { useFinishedLinks } from './useFinishedLinks.ts'
import { WhenNobodyWrites } from './WhenNobodyWrites.tsx'

interface NoticesProps {
  readonly session: WorkshopSession
}

export function WorkshopNotices({ session }: NoticesProps) {
  const save = useReadableValue(session.persistence.status)
  const entry = useReadableValue(session.entry)
  const text = useSnapshot((snapshot) => snapshot.stage.newAddress)
  const seen = useReadableValue(seenAddresses)
  const t = useTranslate()
  useFinishedLinks(session)
  const [readAt, setReadAt] = useState<number | null>(null)
  if (save.state === 'notSaved' && save.failure.code === 'removed') {
    return (
      <WhenNobodyWrites key="gone" what={t('handBack.goneTitle')}>
        <GoneNotice />
      </WhenNobodyWrites>
    )
  }
  const { roomClosedAt } = entry
  if (typeof roomClosedAt === 'number' && roomClosedAt !== readAt && !hasLinksToFinish(entry)) {
    return (
      <WhenNobodyWrites key="closed" what={t('room.closedTitle')}>
        <ClosedDialog session={session} onLater={() => setReadAt(roomClosedAt)} />
      </WhenNobodyWrites>
    )
  }
  const moved = seen.has(text) ? null : newAddressOf(text, entry)
  if (moved === null) return null
  return (
    <WhenNobodyWrites key={text} what={movedTitle(t, moved)}>
      <MovedDialog session={session} text={text} />
    </WhenNobodyWrites>
  )
}

function movedTitle(t: Translate, { origin, isOnly }: NewAddress): string {
  return t(movedTitleKey(isOnly), { host: new URL(origin).host })
}

function GoneNotice() {
  const t = useTranslate()
  const [, navigate] = useLocation()
  const { save } = useSaveCopy()
  const toHome = () => navigate('/')
  return (
    <Dialog
      open
      size="m"
      title={t('handBack.goneTitle')}
      onClose={toHome}
      footer={
        <>
          <Button icon={<Download />} onClick={save}>
            {t('health.saveCopy')}
          </Button>
          <Button tone="primary" icon={<House />} onClick={toHome}>
            {t('handBack.toHome')}
          </Button>
        </>
      }
    >
      <p>{t('handBack.goneText')}</p>
    </Dialog>
  )
}

function ClosedDialog({ session, onLater }: NoticesProps & { readonly onLater: () => void }) {
  const t = useTranslate()
  return (
    <Dialog
      open
      size="m"
      title={t('room.closedTitle')}
      onClose={onLater}
      footer={<Button onClick={onLater}>{t('room.later')}</Button>}
    >
      <div className="et-stack">
        <ClosedWaysOn session={session} />
      </div>
    </Dialog>
  )
}

export function ClosedWaysOn({ session }: NoticesProps) {
  const t = useTranslate()
  const [, navigate] = useLocation()
  const { save } = useSaveCopy()
  const { role } = useReadableValue(session.entry)
  const goOn = async () => {
    const kept = await keepHereOnly(session)
    if (!kept.ok) showToast(roomFailureText(t, kept.error), { tone: 'error' })
  }
  return (
    <ClosedNotice
      isModerator={role === 'moderator'}
      onLink={() => navigate('/join', { state: null })}
      onSave={save}
      onGoOn={() => void goOn()}
    />
  )
}

function MovedDialog({ session, text }: NoticesProps & { readonly text: string }) {
  const t = useTranslate()
  const entry = useReadableValue(session.entry)
  const moved = newAddressOf(text, entry)
  if (moved === null) return null
  return (
    <Dialog
      open
      size="m"
      title={movedTitle(t, moved)}
      onClose={() => noteSeen(text)}
      footer={<Button onClick={() => noteSeen(text)}>{t('room.later')}</Button>}
    >
      <div className="et-stack">
        <MovedWaysOn session={session} />
      </div>
    </Dialog>
  )
}

export function MovedWaysOn({ session }: NoticesProps) {
  const { save } = useSaveCopy()
  const entry = useReadableValue(session.entry)
  const text = useSnapshot((snapshot) => snapshot.stage.newAddress)
  const moved = newAddressOf(text, entry)
  const { role, secret, title } = entry
  if (moved === null || secret === null) return null
  return (
    <MovedNotice
      host={new URL(moved.origin).host}
      isOnly={moved.isOnly}
      link={buildJoinLink(moved.origin, { role, secret: secret as Secret }, title)}
      onSave={save}
    />
  )
}
