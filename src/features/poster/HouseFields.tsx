/** The company's logo and colour, and fonts for characters that the shipped ones lack; kept on this device. */
import { ChevronRight, ImagePlus, Trash2, Type } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ColourField } from '../../ui/ColourField.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { AddedFonts } from './AddedFonts.tsx'
import type { LogoFault, PosterHouse } from './posterTools.ts'
import type { PosterWish } from './posterWish.logic.ts'

export interface HouseFieldsProps {
  readonly wish: PosterWish
  readonly house: PosterHouse
  readonly onChange: (change: Partial<PosterWish>) => void
}

export function HouseFields(props: HouseFieldsProps) {
  const t = useTranslate()
  return (
    <>
      <details className="et-poster-parts">
        <summary>
          <ChevronRight aria-hidden="true" />
          <span>{t('posterDialog.house')}</span>
        </summary>
        <div className="et-stack">
          <p className="et-field__hint">{t('posterDialog.houseHint')}</p>
          <LogoField {...props} />
          <ColourChoice {...props} />
        </div>
      </details>
      <details className="et-poster-parts">
        <summary>
          <Type aria-hidden="true" />
          <span>{t('posterDialog.fonts')}</span>
          <span>{props.house.fonts.length === 0 ? '' : String(props.house.fonts.length)}</span>
        </summary>
        <AddedFonts house={props.house} />
      </details>
    </>
  )
}

const FAULTS = {
  svg: 'posterDialog.logoSvg',
  unreadable: 'posterDialog.logoUnreadable',
  tooLarge: 'posterDialog.logoTooLarge',
  notKept: 'posterDialog.notKept',
} as const satisfies Record<LogoFault, string>

function LogoField({ wish, house, onChange }: HouseFieldsProps) {
  const t = useTranslate()
  const [fault, setFault] = useState<LogoFault | null>(null)
  const take = (file: File | undefined) => {
    if (file !== undefined) void house.takeLogo(file).then(setFault)
  }
  return (
    <>
      {house.logo === null ? null : (
        <>
          <img className="et-poster-logo" src={house.logo} alt={t('posterDialog.logoShown')} />
          <SwitchField
            label={t('posterDialog.withLogo')}
            checked={wish.withLogo}
            onChange={(withLogo) => onChange({ withLogo })}
          />
        </>
      )}
      <FilePicker
        label={t(house.logo === null ? 'posterDialog.addLogo' : 'posterDialog.otherLogo')}
        icon={<ImagePlus />}
        accept="image/png,image/jpeg"
        onFiles={([file]) => take(file)}
      />
      {house.logo === null ? null : (
        <Button tone="quiet" icon={<Trash2 />} onClick={house.dropLogo}>
          {t('posterDialog.dropLogo')}
        </Button>
      )}
      {fault === null ? null : <Callout tone="error" title={t(FAULTS[fault])} />}
    </>
  )
}

function ColourChoice({ wish, house, onChange }: HouseFieldsProps) {
  const t = useTranslate()
  const { colour, printed } = house
  return (
    <>
      <ColourField
        label={t('posterDialog.houseColour')}
        value={colour ?? ''}
        onChange={(chosen) => {
          house.chooseColour(chosen)
          onChange({ withColour: true })
        }}
      />
      {colour === null ? null : (
        <SwitchField
          label={t('posterDialog.withColour')}
          checked={wish.withColour}
          onChange={(withColour) => onChange({ withColour })}
        />
      )}
      {colour === null || printed === null || printed.toLowerCase() === colour.toLowerCase() ? null : (
        <Callout>
          <p>{t('posterDialog.paleColour', { colour: printed })}</p>
        </Callout>
      )}
    </>
  )
}
