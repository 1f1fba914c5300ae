/** Fonts that this device adds to the shipped ones: listed, added, taken away. */
import { FilePlus2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { FontFault, PosterHouse } from './posterTools.ts'

const FAULTS = {
  noFont: 'posterDialog.fontNone',
  postScript: 'posterDialog.fontPostScript',
  woff2: 'posterDialog.fontWoff2',
  tooLarge: 'posterDialog.fontTooLarge',
  notAllowed: 'posterDialog.fontNotAllowed',
  notKept: 'posterDialog.notKept',
  tooMany: 'posterDialog.fontTooMany',
} as const satisfies Record<FontFault, string>

export function AddedFonts({ house }: { readonly house: PosterHouse }) {
  const t = useTranslate()
  const [fault, setFault] = useState<FontFault | null>(null)
  const take = (file: File | undefined) => {
    if (file !== undefined) void house.takeFont(file).then(setFault)
  }
  return (
    <div className="et-stack">
      <p className="et-field__hint">{t('posterDialog.fontsHint')}</p>
      <ul>
        {house.fonts.map((name) => (
          <li key={name} className="et-poster-font">
            <span>{name}</span>
            <IconButton
              label={t('posterDialog.dropFont', { name })}
              icon={<Trash2 />}
              onClick={() => house.dropFont(name)}
            />
          </li>
        ))}
      </ul>
      <FilePicker
        label={t('posterDialog.addFont')}
        icon={<FilePlus2 />}
        accept=".ttf,.ttc,.otf,.woff"
        onFiles={([file]) => take(file)}
      />
      {fault === null ? null : <Callout tone="error" title={t(FAULTS[fault])} />}
    </div>
  )
}
