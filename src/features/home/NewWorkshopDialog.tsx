/** Name and template of a new workshop: one screen, one button. */
import { RadioGroup } from 'radix-ui'
import { useId, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { TemplateChoice, TemplateOption } from './templates.logic.ts'
import { TEMPLATE_OPTIONS } from './templates.logic.ts'
import { TemplatePicture } from './TemplatePicture.tsx'
import './NewWorkshopDialog.css'

export interface NewWorkshopDialogProps {
  readonly onClose: () => void
  readonly onCreate: (title: string, template: TemplateChoice) => void
}

function TemplateCard({ option }: { readonly option: TemplateOption }) {
  const t = useTranslate()
  const textId = useId()
  return (
    <RadioGroup.Item
      value={option.id}
      className="et-template"
      aria-label={t(option.title)}
      aria-describedby={textId}
    >
      <TemplatePicture template={option.id} />
      <span className="et-template__words">
        <span className="et-template__title">{t(option.title)}</span>
        <span id={textId} className="et-template__text">
          {t(option.text)}
        </span>
      </span>
    </RadioGroup.Item>
  )
}

export function NewWorkshopDialog({ onClose, onCreate }: NewWorkshopDialogProps) {
  const t = useTranslate()
  const [title, setTitle] = useState('')
  const [template, setTemplate] = useState<TemplateChoice>('firstWorkshop')
  const create = () => onCreate(title.trim(), template)
  return (
    <Dialog
      open
      size="l"
      onClose={onClose}
      title={t('home.newTitle')}
      description={t('home.newDescription')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" onClick={create}>
            {t('home.create')}
          </Button>
        </>
      }
    >
      <div className="et-stack">
        <TextField
          label={t('home.name')}
          placeholder={t('home.namePlaceholder')}
          value={title}
          maxLength={200}
          onChange={setTitle}
          onEnter={create}
        />
        <RadioGroup.Root
          className="et-templates"
          aria-label={t('home.template')}
          value={template}
          onValueChange={(value) => {
            const option = TEMPLATE_OPTIONS.find((candidate) => candidate.id === value)
            if (option !== undefined) setTemplate(option.id)
          }}
        >
          {TEMPLATE_OPTIONS.map((option) => (
            <TemplateCard key={option.id} option={option} />
          ))}
        </RadioGroup.Root>
      </div>
    </Dialog>
  )
}
