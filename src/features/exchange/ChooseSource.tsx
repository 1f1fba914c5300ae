/** Where it comes from: a file, or what was copied elsewhere. */
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import './ImportTroubles.css'

export interface ChooseSourceProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly onText: (text: string) => void
}

const ACCEPT = '.zip,.csv,.tsv,.txt,.xlsx,.json,.mmd,.mermaid,.md,.etappe'

export function ChooseSource({ onFiles, onText }: ChooseSourceProps) {
  const t = useTranslate()
  const [text, setText] = useState('')
  return (
    <div className="et-stack">
      <p>{t('importDialog.fileText')}</p>
      <div className="et-row">
        <FilePicker
          label={t('importDialog.file')}
          icon={<FileUp />}
          tone="primary"
          accept={ACCEPT}
          multiple
          onFiles={onFiles}
        />
      </div>
      <div className="et-import-paste">
        <TextField
          label={t('importDialog.paste')}
          hint={t('importDialog.pasteHint')}
          value={text}
          onChange={setText}
          multiline
        />
      </div>
      <div className="et-row">
        <Button disabled={text.trim() === ''} onClick={() => onText(text)}>
          {t('importDialog.usePasted')}
        </Button>
      </div>
    </div>
  )
}
