/** The register as a list that can be searched; a tap opens one entry. */
import { ChevronRight, Star, Zap } from 'lucide-react'
import { useState } from 'react'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Touchpoint, TouchpointId } from '../../model/records/touchpoint.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { orderedTouchpoints } from '../../model/select/orderedTouchpoints.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChannelCode } from './ChannelCode.tsx'
import { matchingTouchpoints, placedUnder, type TouchpointFilter } from './register.logic.ts'

export function TouchpointList({ onOpen }: { readonly onOpen: (id: TouchpointId) => void }) {
  const t = useTranslate()
  const all = useSnapshot(orderedTouchpoints)
  const [filter, setFilter] = useState<TouchpointFilter>({ text: '', channelId: '', phaseId: '' })
  const found = matchingTouchpoints(all, filter)
  return (
    <>
      <Filters filter={filter} onChange={setFilter} />
      <p className="et-field__hint" aria-live="polite">
        {found.length === 0 ? t('touchpoints.noneFound') : t('touchpoints.count', { n: found.length })}
      </p>
      <ul className="et-register">
        {found.map((touchpoint) => (
          <TouchpointRow key={touchpoint.id} touchpoint={touchpoint} onOpen={onOpen} />
        ))}
      </ul>
    </>
  )
}

interface FiltersProps {
  readonly filter: TouchpointFilter
  readonly onChange: (filter: TouchpointFilter) => void
}

function Filters({ filter, onChange }: FiltersProps) {
  const t = useTranslate()
  const channels = useSnapshot((snapshot) => byOrder(snapshot.channels.values()))
  const phases = useSnapshot((snapshot) => byOrder(snapshot.phases.values()))
  const any = { value: '', label: t('touchpoints.all') }
  return (
    <div className="et-columns">
      <TextField
        label={t('touchpoints.search')}
        type="search"
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <SelectField
        label={t('touchpoints.filterChannel')}
        value={filter.channelId}
        options={[any, ...channels.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(channelId) => onChange({ ...filter, channelId })}
      />
      <SelectField
        label={t('touchpoints.filterPhase')}
        value={filter.phaseId}
        options={[any, ...phases.map(({ id, title }) => ({ value: id, label: title }))]}
        onChange={(phaseId) => onChange({ ...filter, phaseId })}
      />
    </div>
  )
}

interface TouchpointRowProps {
  readonly touchpoint: Touchpoint
  readonly onOpen: (id: TouchpointId) => void
}

function TouchpointRow({ touchpoint, onOpen }: TouchpointRowProps) {
  const t = useTranslate()
  const times = useSnapshot((snapshot) => placedUnder(snapshot, touchpoint.id).length)
  return (
    <li>
      <button type="button" className="et-register__row" onClick={() => onOpen(touchpoint.id)}>
        <ChannelCode channelId={touchpoint.channelId} />
        <span className="et-register__name">{touchpoint.name || t('touchpoints.unnamed')}</span>
        {touchpoint.painPoint ? (
          <Zap className="et-register__pain" aria-label={t('touchpoints.painPoint')} />
        ) : null}
        {touchpoint.momentOfTruth ? (
          <Star className="et-register__truth" aria-label={t('touchpoints.momentOfTruth')} />
        ) : null}
        <span className="et-register__times">
          {times === 0 ? t('touchpoints.notPlaced') : t('touchpoints.placed', { n: times })}
        </span>
        <ChevronRight aria-hidden="true" />
      </button>
    </li>
  )
}
