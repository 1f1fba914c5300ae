/** The portrait and the mood board of a persona. */
import { ImagePlus, X } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { editRecord } from '../../model/commands/editRecord.ts'
import { linkRecords } from '../../model/commands/linkRecords.ts'
import type { MediaId } from '../../model/records/media.ts'
import type { Persona } from '../../model/records/persona.ts'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { PersonaPictures } from './personaPictures.ts'

export interface PersonaPicturesSectionProps {
  readonly persona: Persona
  readonly mayWrite: boolean
  readonly pictures: PersonaPictures
}

export function PersonaPicturesSection({ persona, mayWrite, pictures }: PersonaPicturesSectionProps) {
  const t = useTranslate()
  const run = useRun()
  const keepPortrait = async (files: readonly File[]) => {
    const [pictureId] = await pictures.keepPictures(files.slice(0, 1))
    if (pictureId !== undefined)
      run((workshop, actor) =>
        editRecord(workshop, actor, { table: 'personas', id: persona.id, patch: { pictureId } }),
      )
  }
  const keepMoods = async (files: readonly File[]) => {
    const add = await pictures.keepPictures(files)
    if (add.length > 0)
      run((workshop, actor) =>
        linkRecords(workshop, actor, { table: 'personas', id: persona.id, field: 'moodboardIds', add }),
      )
  }
  const dropMood = (id: MediaId) =>
    run((workshop, actor) =>
      linkRecords(workshop, actor, {
        table: 'personas',
        id: persona.id,
        field: 'moodboardIds',
        remove: [id],
      }),
    )
  return (
    <section className="et-stack" aria-label={t('personas.sectionPictures')}>
      <h3>{t('personas.portrait')}</h3>
      {persona.pictureId === null ? null : (
        <KeptPicture
          alt={t('personas.portrait')}
          url={pictures.mediaUrl(persona.pictureId)}
          removeLabel={t('personas.removePortrait')}
          {...(mayWrite
            ? {
                onRemove: () =>
                  run((workshop, actor) =>
                    editRecord(workshop, actor, {
                      table: 'personas',
                      id: persona.id,
                      patch: { pictureId: null },
                    }),
                  ),
              }
            : {})}
        />
      )}
      {mayWrite ? (
        <FilePicker
          label={t('personas.addPortrait')}
          icon={<ImagePlus />}
          accept="image/*"
          onFiles={(files) => void keepPortrait(files)}
        />
      ) : null}
      <h3>{t('personas.moodboard')}</h3>
      <div className="et-moodboard">
        {persona.moodboardIds.map((id, index) => (
          <KeptPicture
            key={id}
            alt={t('personas.moodboardPicture', { n: index + 1 })}
            url={pictures.mediaUrl(id)}
            removeLabel={t('personas.removeMoodboard', { n: index + 1 })}
            {...(mayWrite ? { onRemove: () => dropMood(id) } : {})}
          />
        ))}
      </div>
      {mayWrite ? (
        <FilePicker
          label={t('personas.addMoodboard')}
          icon={<ImagePlus />}
          accept="image/*"
          multiple
          onFiles={(files) => void keepMoods(files)}
        />
      ) : null}
    </section>
  )
}

interface KeptPictureProps {
  readonly alt: string
  readonly url: string | undefined
  readonly removeLabel: string
  readonly onRemove?: () => void
}

function KeptPicture({ alt, url, removeLabel, onRemove }: KeptPictureProps) {
  const t = useTranslate()
  return (
    <figure className="et-kept-picture">
      {url === undefined ? <figcaption>{t('personas.elsewhere')}</figcaption> : <img src={url} alt={alt} />}
      {onRemove === undefined ? null : (
        <IconButton label={removeLabel} icon={<X />} tone="solid" onClick={onRemove} />
      )}
    </figure>
  )
}
