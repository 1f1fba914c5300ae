/** One picture of a persona, or the word that it is still elsewhere. */
import { X } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { IconButton } from '../../ui/IconButton.tsx'

export interface KeptPictureProps {
  readonly alt: string
  readonly url: string | undefined
  readonly removeLabel: string
  readonly onRemove: (() => void) | undefined
}

export function KeptPicture({ alt, url, removeLabel, onRemove }: KeptPictureProps) {
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
