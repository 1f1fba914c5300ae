/** Who wrote it; a merged card has several authors. */
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { PersonId } from '../../model/records/person.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import './AuthorsLine.css'

export function AuthorsLine({ authorIds }: { readonly authorIds: readonly PersonId[] }) {
  const t = useTranslate()
  const authors = useSnapshot((snapshot) => {
    const ids = new Set(authorIds.map((id) => standsFor(snapshot, 'persons', id)))
    return [...ids].flatMap((id) => snapshot.persons.get(id) ?? [])
  })
  return (
    <p className="et-authors">
      <span className="et-authors__label">{t('inspector.authors')}</span>
      {authors.length === 0 ? <span>{t('inspector.nobody')}</span> : null}
      {authors.map((author) => (
        <span key={author.id} className="et-authors__one">
          <Avatar name={author.name} colour={author.colour === '' ? '#5F6B73' : author.colour} size="s" />
          <span aria-hidden="true">{author.name}</span>
        </span>
      ))}
    </p>
  )
}
