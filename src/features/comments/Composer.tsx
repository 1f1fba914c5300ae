/** Where a comment or an answer is written. A reviewer says a name with the first one; others are known already. */
import { MessageSquarePlus, UserPlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useRun } from '../../bindings/useRun.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addComment } from '../../model/commands/addComment.ts'
import type { CommentId } from '../../model/records/comment.ts'
import type { Subject } from '../../model/subject.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { draftOf, keepDraft } from './commentDrafts.ts'
import type { CommentTools } from './commentTools.ts'

export interface ComposerProps {
  readonly subject: Subject
  readonly replyTo?: CommentId
  /** What one writes, as the name of the field. */
  readonly label: string
  readonly hint?: string
  /** Opened on demand: one wants to write at once. */
  readonly takesFocus?: boolean
  readonly tools: CommentTools
  readonly onSent?: () => void
}

const MOST = 4000

export function Composer(props: ComposerProps) {
  const { subject, replyTo, label, hint, takesFocus = false, tools, onSent } = props
  const t = useTranslate()
  const { workshop } = useWorkshop()
  const mayWriteMap = useMayWrite('map')
  const key = replyTo ?? `${subject.kind}:${subject.id}`
  const [text, setText] = useState(() => draftOf(workshop, key))
  const write = (next: string) => {
    setText(next)
    keepDraft(workshop, key, next)
  }
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  const naming = useNaming(tools)
  const send = useSend(tools, subject, replyTo)
  if (tools.author.kind === 'unknown' && mayWriteMap) return <WhoAreYou onWho={tools.onWho} />
  const submit = () => {
    if (text.trim() === '' || !naming.check() || !send(text.trim(), naming.name)) return
    write('')
    onSent?.()
  }
  return (
    <form
      className="et-composer"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={label}
        hint={hint}
        multiline
        maxLength={MOST}
        value={text}
        inputRef={field}
        onChange={write}
      />
      {tools.author.kind === 'unknown' && text !== '' ? naming.field : null}
      <Button type="submit" tone="primary" icon={<MessageSquarePlus />} disabled={text.trim() === ''}>
        {replyTo === undefined ? t('comments.send') : t('comments.sendAnswer')}
      </Button>
    </form>
  )
}

/** The name of a reviewer whom nobody knows yet. */
function useNaming({ author }: CommentTools) {
  const t = useTranslate()
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  return {
    name: name.trim(),
    check: () => {
      if (author.kind !== 'unknown' || name.trim() !== '') return true
      setMissing(true)
      return false
    },
    field: (
      <TextField
        label={t('comments.yourName')}
        hint={t('comments.yourNameHint')}
        autoComplete="name"
        maxLength={80}
        value={name}
        error={isMissing ? t('comments.nameMissing') : undefined}
        onChange={(value) => {
          setName(value)
          setMissing(false)
        }}
      />
    ),
  }
}

function useSend(tools: CommentTools, subject: Subject, replyTo: CommentId | undefined) {
  const run = useRun()
  return (text: string, name: string): boolean => {
    const introduced = tools.author.kind === 'unknown' ? tools.onIntroduce(name) : null
    const named = introduced ?? (tools.author.kind === 'reviewer' ? tools.author : null)
    const sent = run((workshop, actor) =>
      addComment(workshop, introduced === null ? actor : { ...actor, personId: introduced.personId }, {
        subject,
        text,
        ...(named === null ? {} : { authorName: named.name, authorColour: named.colour }),
        ...(replyTo === undefined ? {} : { replyTo }),
      }),
    )
    return sent !== null
  }
}

function WhoAreYou({ onWho }: Pick<CommentTools, 'onWho'>) {
  const t = useTranslate()
  return (
    <div className="et-composer">
      <p className="et-field__hint">{t('comments.needsName')}</p>
      <Button icon={<UserPlus />} onClick={onWho}>
        {t('frame.whoAreYou')}
      </Button>
    </div>
  )
}
