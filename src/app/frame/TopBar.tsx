/** The top bar: where one is, where the work is, who is here, and the way to invite others. */
import { EllipsisVertical, Share2 } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { editWorkshop } from '../../model/commands/editWorkshop.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { Logo } from '../../ui/Logo.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useFrame } from './FrameContext.ts'
import { CommentsButton } from './CommentsButton.tsx'
import { HealthChip } from './HealthChip.tsx'
import { OlderAppNote, useIsOlderApp } from './OlderAppNote.tsx'
import { JourneySwitch } from './JourneySwitch.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { UndoButtons } from './UndoButtons.tsx'
import { useMoreItems } from './useMoreItems.tsx'
import type { View } from './views.ts'
import { viewPath } from './views.ts'
import './TopBar.css'

export function TopBar({ view }: { readonly view: View }) {
  const t = useTranslate()
  const [, navigate] = useLocation()
  const { session, store } = useFrame()
  const mayWrite = useMayWrite()
  return (
    <header className="et-top">
      <Link
        className="et-skip-link"
        href={viewPath(session.workshopId, 'outline')}
        onClick={() => store.set({ isHeadingAwaited: true })}
      >
        {t('frame.skipToOutline')}
      </Link>
      <Tooltip label={t('frame.toHome')}>
        <button
          type="button"
          className="et-top__home"
          aria-label={t('frame.toHome')}
          onClick={() => navigate('/')}
        >
          <Logo size={36} />
        </button>
      </Tooltip>
      <WorkshopTitle />
      <JourneySwitch />
      {mayWrite ? null : <WhyReadOnly />}
      <HealthChip />
      <div className="et-top__space" />
      {mayWrite && view !== 'map' ? (
        <div className="et-top__undo">
          <UndoButtons tooltipSide="bottom" />
        </div>
      ) : null}
      <PeopleHere />
      <CommentsButton />
      <Button
        tone="primary"
        className="et-top__share"
        icon={<Share2 />}
        aria-label={t('frame.share')}
        onClick={() => store.set({ isSharing: true })}
      >
        {t('frame.share')}
      </Button>
      <Menu
        trigger={<IconButton label={t('frame.more')} icon={<EllipsisVertical />} />}
        items={useMoreItems()}
      />
    </header>
  )
}

function WorkshopTitle() {
  const t = useTranslate()
  const run = useRun()
  const mayWrite = useMayWrite()
  const title = useSnapshot((snapshot) => snapshot.meta.title)
  if (!mayWrite) return <h1 className="et-top__title">{title === '' ? t('home.untitled') : title}</h1>
  return (
    <div className="et-top__title">
      <h1 className="et-visually-hidden">{title === '' ? t('home.untitled') : title}</h1>
      <LazyTextField
        label={t('home.name')}
        hideLabel
        placeholder={t('home.untitled')}
        value={title}
        maxLength={200}
        endsOnEnter
        onCommit={(next) => run((workshop, actor) => editWorkshop(workshop, actor, { title: next }))}
      />
    </div>
  )
}

function WhyReadOnly() {
  const t = useTranslate()
  const mayComment = useMayWrite('review')
  if (useIsOlderApp()) return <OlderAppNote />
  return <Chip>{t(mayComment ? 'comments.mayComment' : 'frame.readOnly')}</Chip>
}
