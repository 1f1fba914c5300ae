/** Photos of filled cards: each is looked at for its code; what cannot be read is placed by hand; then all go at once. */
import { Camera, Images } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { randomId } from '../../shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { showToast } from '../../ui/toastStore.ts'
import type { PaperTools } from './paperTools.ts'
import { journeyOfRow, newRow, type PhotoRow, placedPhoto, rowAfterReading } from './photoRow.logic.ts'
import { PhotoItem } from './PhotoItem.tsx'
import './Paper.css'

export function PhotosPanel({ tools }: { readonly tools: PaperTools }) {
  const t = useTranslate()
  const snapshot = useSnapshot((whole) => whole)
  const { rows, add, change, remove } = usePhotoRows(tools, snapshot)
  const [isPlacing, setPlacing] = useState(false)
  const ready = rows.flatMap((row) => {
    const photo = placedPhoto(row, journeyOfRow(row, snapshot, tools.journeyId))
    return photo === null ? [] : [{ id: row.id, photo }]
  })
  const place = () => {
    setPlacing(true)
    void tools
      .place(ready.map(({ photo }) => photo))
      .then((placed) => {
        remove(ready.filter(({ photo }) => placed.includes(photo)).map(({ id }) => id))
        if (placed.length > 0) showToast(t('paper.placed', { n: placed.length }))
      })
      .finally(() => setPlacing(false))
  }
  if (!tools.mayWrite) return <Callout>{t('paper.readerOnly')}</Callout>
  return (
    <div className="et-stack et-paper">
      <p>{t('paper.photosIntro')}</p>
      <Pickers onFiles={add} />
      <ul className="et-paper__photos" aria-live="polite">
        {rows.map((row) => (
          <PhotoItem
            key={row.id}
            row={row}
            snapshot={snapshot}
            journeyId={journeyOfRow(row, snapshot, tools.journeyId)}
            onChange={change}
            onRemove={() => remove([row.id])}
          />
        ))}
      </ul>
      {rows.length === 0 ? null : (
        <div className="et-paper__place">
          <Button tone="primary" size="l" wide disabled={ready.length === 0 || isPlacing} onClick={place}>
            {isPlacing ? t('paper.placing') : t('paper.place', { n: ready.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

function Pickers({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useTranslate()
  return (
    <div className="et-row">
      <FilePicker
        label={t('paper.takePhoto')}
        icon={<Camera />}
        accept="image/*"
        capture="environment"
        onFiles={onFiles}
      />
      <FilePicker
        label={t('paper.choosePhotos')}
        icon={<Images />}
        accept="image/*"
        multiple
        onFiles={onFiles}
      />
    </div>
  )
}

function usePhotoRows(tools: PaperTools, snapshot: Parameters<typeof rowAfterReading>[1]) {
  const [rows, setRows] = useState<readonly PhotoRow[]>([])
  const newest = useRef(snapshot)
  useEffect(() => {
    newest.current = snapshot
  }, [snapshot])
  const change = (id: string, to: (row: PhotoRow) => PhotoRow) =>
    setRows((all) => all.map((row) => (row.id === id ? to(row) : row)))
  const remove = (ids: readonly string[]) => setRows((all) => all.filter(({ id }) => !ids.includes(id)))
  const add = (files: readonly File[]) => {
    const fresh = files.map((file) => newRow(randomId(8), file))
    setRows((all) => [...all, ...fresh])
    void readAll(fresh)
  }
  /** One after the other: decoding several photos at once is more than a tablet has memory for. */
  const readAll = async (fresh: readonly PhotoRow[]) => {
    for (const { id, file } of fresh) {
      const found = await tools.readCode(file)
      change(id, (row) => rowAfterReading(row, newest.current, found))
    }
  }
  return { rows, add, change, remove }
}
