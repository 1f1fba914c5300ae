/** The choices of a sheet: which, on what paper, and what only this kind asks. */
import { LOCALES } from '../../../i18n/translate.ts'
import { useTranslate } from '../../../i18n/useTranslate.ts'
import { POSTER_STYLES } from '../../../layout/poster/posterSheets.ts'
import { papersFor, SHEET_KINDS, type SheetKind, type SheetPaper } from '../../../layout/sheetKinds.ts'
import { Segmented } from '../../../ui/Segmented.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { PickedParts } from '../PickedParts.tsx'
import { picked } from '../posterWish.logic.ts'
import { KindFields } from './KindFields.tsx'
import type { SheetFormProps, SheetOrder } from './sheetTools.ts'

const KINDS = {
  persona: 'sheets.persona',
  touchpoints: 'sheets.touchpoints',
  actions: 'sheets.actions',
  empty: 'sheets.empty',
  cards: 'sheets.cards',
} as const
const HINTS = {
  persona: 'paper.hintPersona',
  touchpoints: 'paper.hintTouchpoints',
  actions: 'paper.hintActions',
  empty: 'paper.hintEmpty',
  cards: 'paper.hintCards',
} as const
const STYLES = {
  colour: 'posterDialog.styleColour',
  grey: 'posterDialog.styleGrey',
  saving: 'posterDialog.styleSaving',
} as const
const LANGUAGES = { en: 'posterDialog.languageEn', de: 'posterDialog.languageDe' } as const

export function SheetForm(props: SheetFormProps) {
  const t = useTranslate()
  const { order, onChange } = props
  const papers = papersFor(order.kind)
  return (
    <fieldset className="et-fieldset et-stack">
      <legend className="et-visually-hidden">{t('paper.choices')}</legend>
      <SelectField
        label={t('paper.kind')}
        hint={t(HINTS[order.kind])}
        value={order.kind}
        options={SHEET_KINDS.map((kind) => ({ value: kind, label: t(KINDS[kind]) }))}
        onChange={(value) => onChange(changedKind(value, order.paper))}
      />
      <KindFields {...props} />
      <SelectField
        label={t('posterDialog.size')}
        value={order.paper}
        options={papers.map((paper) => ({ value: paper, label: paper }))}
        onChange={(value) => onChange({ paper: papers.find((paper) => paper === value) ?? order.paper })}
      />
      <SelectField
        label={t('posterDialog.style')}
        value={order.style}
        options={POSTER_STYLES.map((value) => ({ value, label: t(STYLES[value]) }))}
        onChange={(value) => onChange({ style: POSTER_STYLES.find((style) => style === value) ?? 'colour' })}
      />
      <Segmented
        label={t('posterDialog.language')}
        value={order.locale}
        options={LOCALES.map((locale) => ({ value: locale, label: t(LANGUAGES[locale]) }))}
        onChange={(locale) => onChange({ locale })}
      />
      <Parts {...props} />
    </fieldset>
  )
}

/** Large paper is for the empty map only. */
function changedKind(value: string, paper: SheetPaper): Partial<SheetOrder> {
  const kind: SheetKind = SHEET_KINDS.find((known) => known === value) ?? 'persona'
  return { kind, paper: papersFor(kind).includes(paper) ? paper : 'A4' }
}

const CHOOSES_PHASES: readonly SheetKind[] = ['touchpoints', 'actions', 'empty', 'cards']
const CHOOSES_LANES: readonly SheetKind[] = ['empty', 'cards']

function Parts({ order, offer, onChange }: SheetFormProps) {
  const t = useTranslate()
  const phaseIds = offer.phases.map(({ id }) => id)
  const laneIds = offer.lanes.map(({ id }) => id)
  return (
    <>
      {CHOOSES_PHASES.includes(order.kind) ? (
        <PickedParts
          label={t('posterDialog.phases')}
          parts={offer.phases}
          chosen={order.phaseIds}
          onChange={(id, isIn) => onChange({ phaseIds: picked(phaseIds, order.phaseIds, id, isIn) })}
        />
      ) : null}
      {CHOOSES_LANES.includes(order.kind) ? (
        <PickedParts
          label={t('posterDialog.lanes')}
          parts={offer.lanes}
          chosen={order.laneIds}
          onChange={(id, isIn) => onChange({ laneIds: picked(laneIds, order.laneIds, id, isIn) })}
        />
      ) : null}
    </>
  )
}
