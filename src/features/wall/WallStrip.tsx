/** The edge of the wall: how to join, whose journey it is, who is here. Large enough for the back row. */
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { useStripHeight } from './useStripHeight.ts'
import './Wall.css'

export interface WallPerson {
  readonly id: string
  readonly name: string
  readonly colour: string
}

export interface WallPersona {
  readonly name: string
  readonly role: string
  readonly quote: string
  readonly pictureUrl: string | undefined
}

/** What stands where the code would: the code, a reason why there is none, or nothing for a reader's wall. */
export type WallInvitation =
  | { readonly kind: 'code'; readonly link: string }
  | { readonly kind: 'localhost' }
  | { readonly kind: 'notShared' }
  | { readonly kind: 'none' }

export interface WallStripProps {
  readonly title: string
  readonly persona: WallPersona | null
  readonly people: readonly WallPerson[]
  readonly invitation: WallInvitation
  /** Where the work is, when the wall has reason to say so. */
  readonly status: ReactNode
  /** The step of the agenda and its time. */
  readonly step?: ReactNode
  readonly controls: ReactNode
}

export function WallStrip({ title, persona, people, invitation, status, step, controls }: WallStripProps) {
  const t = useTranslate()
  const strip = useRef<HTMLElement>(null)
  useStripHeight(strip)
  return (
    <footer className="et-wall-strip" ref={strip}>
      <Invitation invitation={invitation} />
      <div className="et-wall-strip__middle">
        <h1>{title === '' ? t('home.untitled') : title}</h1>
        {persona === null ? null : <PersonaLine persona={persona} />}
      </div>
      <div className="et-wall-strip__step">{step}</div>
      <div className="et-wall-strip__people">
        {status}
        <PeopleHere people={people} />
      </div>
      {controls}
    </footer>
  )
}

function Invitation({ invitation }: { readonly invitation: WallInvitation }) {
  const t = useTranslate()
  switch (invitation.kind) {
    case 'none':
      return null
    case 'localhost':
      return <p className="et-wall-strip__note">{t('wall.localhost')}</p>
    case 'notShared':
      return <p className="et-wall-strip__note">{t('wall.notShared')}</p>
    case 'code':
      return (
        <div className="et-wall-strip__join">
          <div className="et-wall-strip__code">
            <QrCode text={invitation.link} label={t('wall.qrLabel')} />
          </div>
          <div>
            <p className="et-wall-strip__call">{t('wall.join')}</p>
            <p>{t('wall.joinHint')}</p>
          </div>
        </div>
      )
  }
}

function PersonaLine({ persona }: { readonly persona: WallPersona }) {
  return (
    <div className="et-wall-strip__persona">
      {persona.pictureUrl === undefined ? null : <img src={persona.pictureUrl} alt="" />}
      <div>
        <p className="et-wall-strip__who">
          <strong>{persona.name}</strong>
          {persona.role === '' ? null : ` · ${persona.role}`}
        </p>
        {persona.quote === '' ? null : <p className="et-wall-strip__quote">{persona.quote}</p>}
      </div>
    </div>
  )
}

function PeopleHere({ people }: { readonly people: readonly WallPerson[] }) {
  const t = useTranslate()
  return (
    <section aria-label={t('wall.here')}>
      {people.length === 0 ? <p className="et-wall-strip__note">{t('wall.nobody')}</p> : null}
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <Avatar name={person.name} colour={person.colour} size="l" />
            <span aria-hidden="true">{person.name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
