/** Undo and redo: in the tool bar on the map, in the top bar where there is no tool bar. */
import { Redo2, Undo2 } from 'lucide-react'
import { useUndo } from '../../bindings/useUndo.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { IconButton } from '../../ui/IconButton.tsx'

export function UndoButtons({ tooltipSide }: { readonly tooltipSide: 'top' | 'bottom' }) {
  const t = useTranslate()
  const { canUndo, canRedo, undo, redo } = useUndo()
  return (
    <>
      <IconButton
        label={canUndo ? t('frame.undo') : t('frame.nothingToUndo')}
        icon={<Undo2 />}
        tooltipSide={tooltipSide}
        disabled={!canUndo}
        onClick={undo}
      />
      <IconButton
        label={t('frame.redo')}
        icon={<Redo2 />}
        tooltipSide={tooltipSide}
        disabled={!canRedo}
        onClick={redo}
      />
    </>
  )
}
