/** The portrait and the mood board of a persona. */
import { ImagePlus } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { editRecord } from '../../model/commands/editRecord.ts'
import { linkRecords } from '../../model/commands/linkRecords.ts'
import type { MediaId } from '../../model/records/media.ts'
import type { Persona } from '../../model/records/persona.ts'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { KeptPicture } from './KeptPicture.tsx'
import type { PersonaPictures } from './personaPictures.ts'

export interface PersonaPicturesSectionProps {
  readonly persona: Persona
  readonly mayWrite: boolean
  readonly pictures: PersonaPictures
}

export function PersonaPicturesSection(props: PersonaPicturesSectionProps) {
  const t = useTranslate()
  return (
    <section className="et-stack" aria-label={t('personas.sectionPictures')}>
      <Portrait {...props} />
      <Moodboard {...props} />
    </section>
  )
}

function Portrait({ persona, mayWrite, pictures }: PersonaPicturesSectionProps) {
  const t = useTranslate()
  const run = useRun()
  const choose = (pictureId: MediaId | null) =>
    run((workshop, actor) =>
      editRecord(workshop, actor, { table: 'personas', id: persona.id, patch: { pictureId } }),
    )
  const keep = async (files: readonly File[]) => {
    const [pictureId] = await pictures.keepPictures(files.slice(0, 1))
    if (pictureId !== undefined) choose(pictureId)
  }
  return (
    <>
      <h3>{t('personas.portrait')}</h3>
      {persona.pictureId === null ? null : (
        <KeptPicture
          alt={t('personas.portrait')}
          url={pictures.mediaUrl(persona.pictureId)}
          removeLabel={t('personas.removePortrait')}
          onRemove={mayWrite ? () => choose(null) : undefined}
        />
      )}
      {mayWrite ? (
        <FilePicker
          label={t('personas.addPortrait')}
          icon={<ImagePlus />}
          accept="image/*"
          onFiles={(files) => void keep(files)}
        />
      ) : null}
    </>
  )
}

function Moodboard({ persona, mayWrite, pictures }: PersonaPicturesSectionProps) {
  const t = useTranslate()
  const run = useRun()
  const link = (change: { readonly add: readonly MediaId[] } | { readonly remove: readonly MediaId[] }) =>
    run((workshop, actor) =>
      linkRecords(workshop, actor, { table: 'personas', id: persona.id, field: 'moodboardIds', ...change }),
    )
  const keep = async (files: readonly File[]) => {
    const add = await pictures.keepPictures(files)
    if (add.length > 0) link({ add })
  }
  return (
    <>
      <h3>{t('personas.moodboard')}</h3>
      <div className="et-moodboard">
        {persona.moodboardIds.map((id, index) => (
          <KeptPicture
            key={id}
            alt={t('personas.moodboardPicture', { n: index + 1 })}
            url={pictures.mediaUrl(id)}
            removeLabel={t('personas.removeMoodboard', { n: index + 1 })}
            onRemove={mayWrite ? () => link({ remove: [id] }) : undefined}
          />
        ))}
      </div>
      {mayWrite ? (
        <FilePicker
          label={t('personas.addMoodboard')}
          icon={<ImagePlus />}
          accept="image/*"
          multiple
          onFiles={(files) => void keep(files)}
        />
      ) : null}
    </>
  )
}
