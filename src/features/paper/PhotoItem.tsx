/** A photo in the list: what was found, where it goes, and the ways to say so by hand. */
import { X } from 'lucide-react'
import { useCallback } from 'react'
import { laneLabels } from '../../i18n/laneLabels.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { TypedCode } from './TypedCode.tsx'
import {
  type ChoiceTexts,
  laneChoices,
  type PhotoRow,
  rowAfterTyping,
  underChoices,
} from './photoRow.logic.ts'

export interface PhotoItemProps {
  readonly row: PhotoRow
  readonly snapshot: WorkshopSnapshot
  readonly journeyId: JourneyId | null
  readonly onChange: (id: string, to: (row: PhotoRow) => PhotoRow) => void
  readonly onRemove: () => void
}

export function PhotoItem({ row, snapshot, journeyId, onChange, onRemove }: PhotoItemProps) {
  const t = useTranslate()
  const set = (change: Partial<PhotoRow>) => onChange(row.id, (now) => ({ ...now, ...change }))
  const isOpen = row.note !== 'looking' && row.note !== 'unreadable'
  return (
    <li className="et-paper__photo">
      <Thumb file={row.file} />
      <div className="et-stack et-paper__fields">
        <p className={`et-paper__note et-paper__note--${row.note}`}>{t(`paper.${row.note}`)}</p>
        {isOpen && row.code === null ? (
          <TypedCode
            onTyped={(typed) => {
              const next = rowAfterTyping(row, snapshot, typed)
              if (next !== null) onChange(row.id, () => next)
              return next !== null
            }}
          />
        ) : null}
        {isOpen && journeyId !== null ? (
          <PlaceFields row={row} snapshot={snapshot} journeyId={journeyId} set={set} />
        ) : null}
      </div>
      <IconButton label={t('paper.remove', { name: row.file.name })} icon={<X />} onClick={onRemove} />
    </li>
  )
}

interface PlaceFieldsProps {
  readonly row: PhotoRow
  readonly snapshot: WorkshopSnapshot
  readonly journeyId: JourneyId
  readonly set: (change: Partial<PhotoRow>) => void
}

function PlaceFields({ row, snapshot, journeyId, set }: PlaceFieldsProps) {
  const t = useTranslate()
  const texts: ChoiceTexts = {
    laneNames: laneLabels(t),
    phase: (n) => t('sheets.phaseNumber', { n }),
    newActivity: (phase) => t('paper.newActivity', { phase }),
    untitled: t('paper.activity'),
  }
  const unders = underChoices(snapshot, journeyId, texts)
  const isShown = unders.some(({ value }) => value === row.under)
  return (
    <>
      <SelectField
        label={t('paper.lane')}
        value={row.laneId}
        options={[{ value: '', label: t('paper.noLane') }, ...laneChoices(snapshot, journeyId, texts)]}
        onChange={(value) => set({ laneId: value as LaneId | '', isWanted: true })}
      />
      {row.laneId === '' ? null : (
        <SelectField
          label={t('paper.activity')}
          value={isShown ? row.under : ''}
          options={[...(isShown ? [] : [{ value: '', label: '…' }]), ...unders]}
          onChange={(under) => set({ under, isWanted: true })}
        />
      )}
      <SwitchField
        label={t('paper.take')}
        checked={row.isWanted}
        onChange={(isWanted) => set({ isWanted })}
      />
    </>
  )
}

/** The photo has an address while it is shown. */
function Thumb({ file }: { readonly file: File }) {
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (image === null) return undefined
      const url = URL.createObjectURL(file)
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [file],
  )
  return <img className="et-paper__thumb" alt={file.name} ref={show} />
}
