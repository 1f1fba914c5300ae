/** Two ways to say which workshop: paste its link, or let the camera read its code. */
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Result } from '../../shared/result.ts'
import { Button } from '../../ui/Button.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { LinkProblem, LinkProblemKey } from './linkProblem.logic.ts'
import { linkProblemKey } from './linkProblem.logic.ts'
import { ScanPane } from './ScanPane.tsx'

export interface LinkEntryProps {
  /** Reads a link without using it. */
  readonly check: (text: string) => Result<unknown, LinkProblem>
  readonly onLink: (text: string) => void
}

function PastePane({ check, onLink }: LinkEntryProps) {
  const t = useTranslate()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<LinkProblemKey | null>(null)
  const submit = () => {
    const checked = check(text)
    if (checked.ok) onLink(text)
    else setProblem(linkProblemKey(checked.error))
  }
  return (
    <form
      className="et-stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={t('join.link')}
        hint={t('join.linkHint')}
        error={problem === null ? undefined : t(problem)}
        multiline
        value={text}
        onEnter={submit}
        onChange={(value) => {
          setText(value)
          setProblem(null)
        }}
      />
      <Button type="submit" tone="primary">
        {t('join.continue')}
      </Button>
    </form>
  )
}

export function LinkEntry({ check, onLink }: LinkEntryProps) {
  const t = useTranslate()
  const onText = (text: string): boolean => {
    if (!check(text).ok) return false
    onLink(text)
    return true
  }
  return (
    <Tabs
      label={t('join.title')}
      tabs={[
        { id: 'paste', label: t('join.paste'), content: <PastePane check={check} onLink={onLink} /> },
        { id: 'scan', label: t('join.scan'), content: <ScanPane onText={onText} /> },
      ]}
    />
  )
}
