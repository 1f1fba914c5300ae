/** The choices of a poster. */
import { POSTER_SPLITS, POSTER_STYLES, TILE_PAPERS } from '../../layout/poster/posterSheets.ts'
import { LOCALES } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { PickedParts } from './PickedParts.tsx'
import type { PosterHouse, PosterOffer } from './posterTools.ts'
import { HouseFields } from './HouseFields.tsx'
import {
  isSheetName,
  PAPERS,
  type Paper,
  picked,
  type PosterWish,
  READING_SIZES,
  readingMetres,
} from './posterWish.logic.ts'

export interface PosterFormProps {
  readonly wish: PosterWish
  readonly offer: PosterOffer
  readonly house: PosterHouse
  readonly hasLink: boolean
  readonly onChange: (change: Partial<PosterWish>) => void
}

export function PosterForm(props: PosterFormProps) {
  const t = useTranslate()
  return (
    <fieldset className="et-fieldset et-stack">
      <legend className="et-visually-hidden">{t('posterDialog.choices')}</legend>
      <PaperFields {...props} />
      <PrinterFields {...props} />
      <ContentFields {...props} />
      <PartFields {...props} />
      <HouseFields {...props} />
    </fieldset>
  )
}

function PaperFields({ wish, onChange }: PosterFormProps) {
  const t = useTranslate()
  const paperLabel = (paper: Paper) =>
    isSheetName(paper)
      ? t('posterDialog.sizeSheet', { name: paper })
      : t('posterDialog.sizeRoll', { width: paper.slice('roll-'.length) })
  return (
    <>
      <SelectField
        label={t('posterDialog.size')}
        value={wish.paper}
        options={PAPERS.map((paper) => ({ value: paper, label: paperLabel(paper) }))}
        onChange={(value) => onChange({ paper: PAPERS.find((paper) => paper === value) ?? wish.paper })}
      />
      {isSheetName(wish.paper) ? (
        <Segmented
          label={t('posterDialog.orientation')}
          value={wish.orientation}
          options={[
            { value: 'landscape', label: t('posterDialog.landscape') },
            { value: 'portrait', label: t('posterDialog.portrait') },
          ]}
          onChange={(orientation) => onChange({ orientation })}
        />
      ) : null}
      <SelectField
        label={t('posterDialog.reading')}
        value={wish.readingSize === null ? '' : String(wish.readingSize)}
        options={[
          { value: '', label: t('posterDialog.readingLargest') },
          ...READING_SIZES.map((points) => ({
            value: String(points),
            label: t('posterDialog.readingPoints', { points, metres: readingMetres(points) }),
          })),
        ]}
        onChange={(value) => onChange({ readingSize: value === '' ? null : Number(value) })}
      />
    </>
  )
}

const SPLITS = {
  one: 'posterDialog.splitOne',
  two: 'posterDialog.splitTwo',
  phases: 'posterDialog.splitPhases',
} as const
const STYLES = {
  colour: 'posterDialog.styleColour',
  grey: 'posterDialog.styleGrey',
  saving: 'posterDialog.styleSaving',
} as const

function PrinterFields({ wish, onChange }: PosterFormProps) {
  const t = useTranslate()
  return (
    <>
      <SelectField
        label={t('posterDialog.split')}
        value={wish.split}
        options={POSTER_SPLITS.map((value) => ({ value, label: t(SPLITS[value]) }))}
        onChange={(value) => onChange({ split: POSTER_SPLITS.find((split) => split === value) ?? 'one' })}
      />
      <SelectField
        label={t('posterDialog.printer')}
        value={wish.tiles ?? ''}
        options={[
          { value: '', label: t('posterDialog.onePiece') },
          ...TILE_PAPERS.map((paper) => ({ value: paper, label: t('posterDialog.tiles', { paper }) })),
        ]}
        onChange={(value) => onChange({ tiles: TILE_PAPERS.find((paper) => paper === value) ?? null })}
      />
      {wish.tiles === null ? (
        <SwitchField
          label={t('posterDialog.printShop')}
          checked={wish.forPrintShop}
          onChange={(forPrintShop) => onChange({ forPrintShop })}
        />
      ) : null}
      <SelectField
        label={t('posterDialog.style')}
        value={wish.style}
        options={POSTER_STYLES.map((value) => ({ value, label: t(STYLES[value]) }))}
        onChange={(value) => onChange({ style: POSTER_STYLES.find((style) => style === value) ?? 'colour' })}
      />
    </>
  )
}

const EDITIONS = [
  { value: 'all', label: 'posterDialog.editionAll' },
  { value: 'voted', label: 'posterDialog.editionVoted' },
  { value: 'marked', label: 'posterDialog.editionMarked' },
  { value: 'agreed', label: 'posterDialog.editionAgreed' },
] as const

const VIEWS = [
  { value: 'both', label: 'posterDialog.viewsBoth' },
  { value: 'inside', label: 'posterDialog.viewsInside' },
  { value: 'outside', label: 'posterDialog.viewsOutside' },
] as const

const LANGUAGES = { en: 'posterDialog.languageEn', de: 'posterDialog.languageDe' } as const

function ContentFields({ wish, hasLink, onChange }: PosterFormProps) {
  const t = useTranslate()
  return (
    <>
      <SelectField
        label={t('posterDialog.edition')}
        value={wish.edition}
        options={EDITIONS.map(({ value, label }) => ({ value, label: t(label) }))}
        onChange={(value) =>
          onChange({ edition: EDITIONS.find((edition) => edition.value === value)?.value ?? 'all' })
        }
      />
      <SelectField
        label={t('posterDialog.views')}
        value={wish.views}
        options={VIEWS.map(({ value, label }) => ({ value, label: t(label) }))}
        onChange={(value) => onChange({ views: VIEWS.find((view) => view.value === value)?.value ?? 'both' })}
      />
      <Segmented
        label={t('posterDialog.language')}
        value={wish.locale}
        options={LOCALES.map((locale) => ({ value: locale, label: t(LANGUAGES[locale]) }))}
        onChange={(locale) => onChange({ locale })}
      />
      <SwitchField
        label={t('posterDialog.names')}
        checked={wish.showAuthors}
        onChange={(showAuthors) => onChange({ showAuthors })}
      />
      <SwitchField
        label={t('posterDialog.singleRatings')}
        checked={wish.showSingleRatings}
        onChange={(showSingleRatings) => onChange({ showSingleRatings })}
      />
      <SwitchField
        label={t('posterDialog.code')}
        checked={wish.withCode && hasLink}
        disabled={!hasLink}
        onChange={(withCode) => onChange({ withCode })}
      />
      <p className="et-field__hint">{t(hasLink ? 'posterDialog.codeHint' : 'posterDialog.codeNotShared')}</p>
    </>
  )
}

function PartFields({ wish, offer, onChange }: PosterFormProps) {
  const t = useTranslate()
  const phaseIds = offer.phases.map(({ id }) => id)
  const laneIds = offer.lanes.map(({ id }) => id)
  return (
    <>
      <PickedParts
        label={t('posterDialog.phases')}
        parts={offer.phases}
        chosen={wish.phaseIds}
        onChange={(id, isIn) => onChange({ phaseIds: picked(phaseIds, wish.phaseIds, id, isIn) })}
      />
      <PickedParts
        label={t('posterDialog.lanes')}
        parts={offer.lanes}
        chosen={wish.laneIds}
        onChange={(id, isIn) => onChange({ laneIds: picked(laneIds, wish.laneIds, id, isIn) })}
      />
    </>
  )
}
