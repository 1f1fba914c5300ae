/** `/join`: from a link (scanned, pasted, opened) to the map, with a way on from everything that can be wrong with it. */
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { LinkEntry } from '../../features/join/LinkEntry.tsx'
import { linkProblemKey } from '../../features/join/linkProblem.logic.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { JoinLink, JoinLinkError } from '../../protocol/joinLink.ts'
import { parseJoinFragment, parseJoinLink } from '../../protocol/joinLink.ts'
import type { Result } from '../../shared/result.ts'
import { Callout } from '../../ui/Callout.tsx'
import { SettingsMenu } from '../SettingsMenu.tsx'
import { usePageTitle } from '../usePageTitle.ts'
import { JoinFrame } from './JoinFrame.tsx'
import { JoinWorkshop } from './JoinWorkshop.tsx'
import { forgetJoinSecret, joinStateOf, readJoinState, takeJoinSecret } from './joinState.ts'

/** The link this page was opened with, also when another one is put into the address bar meanwhile. */
function useJoinLink(): readonly [text: string | null, use: (text: string) => void] {
  const [text, setText] = useState(() => readJoinState(window.history.state))
  useEffect(() => {
    const onHashChange = () => {
      takeJoinSecret(window)
      setText(readJoinState(window.history.state))
    }
    window.addEventListener('hashchange', onHashChange)
    return () => window.removeEventListener('hashchange', onHashChange)
  }, [])
  const use = (next: string) => {
    window.history.replaceState(joinStateOf(next), '', '/join')
    setText(next)
  }
  return [text, use]
}

function parse(text: string): Result<JoinLink, JoinLinkError> {
  return text.startsWith('#') ? parseJoinFragment(text) : parseJoinLink(text)
}

export function JoinPage() {
  const [text, use] = useJoinLink()
  const t = useTranslate()
  const [, navigate] = useLocation()
  usePageTitle(t('join.title'))
  const goHome = () => {
    forgetJoinSecret(window)
    navigate('/')
  }
  return (
    <JoinFrame settings={<SettingsMenu />} onHome={goHome}>
      {text === null ? <AskForLink onLink={use} /> : <UseLink key={text} text={text} onLink={use} />}
    </JoinFrame>
  )
}

function AskForLink({ onLink }: { readonly onLink: (text: string) => void }) {
  const t = useTranslate()
  return (
    <>
      <h1 className="et-join__title">{t('join.title')}</h1>
      <LinkEntry check={parseJoinLink} onLink={onLink} />
    </>
  )
}

function UseLink({ text, onLink }: { readonly text: string; readonly onLink: (text: string) => void }) {
  const t = useTranslate()
  const link = parse(text)
  if (!link.ok) {
    return (
      <>
        <h1 className="et-join__title">{t('join.title')}</h1>
        <Callout tone="error" title={t('join.wrongTitle')}>
          <p>{t(linkProblemKey(link.error))}</p>
          <p>{t('join.pasteAgain')}</p>
        </Callout>
        <LinkEntry check={parseJoinLink} onLink={onLink} />
      </>
    )
  }
  const { origin } = link.value
  if (origin !== null && origin !== window.location.origin) return <OtherRelay origin={origin} text={text} />
  return <JoinWorkshop link={link.value} origin={window.location.origin} onLink={onLink} />
}

/** The app never talks to another host; the browser may go there. */
function OtherRelay({ origin, text }: { readonly origin: string; readonly text: string }) {
  const t = useTranslate()
  const host = new URL(origin).host
  const href = /^https?:/i.test(text.trim())
    ? text.replace(/\s+/g, '')
    : `${origin}/join${text.slice(text.indexOf('#'))}`
  return (
    <>
      <h1 className="et-join__title">{t('join.title')}</h1>
      <Callout>
        <p>{t('join.otherRelay', { host })}</p>
      </Callout>
      <a className="et-button et-button--primary et-button--l" href={href}>
        {t('join.goThere', { host })}
      </a>
    </>
  )
}
