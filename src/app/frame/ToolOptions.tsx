/** What the chosen tool can do besides: erase, rate from the other view, or a hint. */
import type { MapTool } from '../../canvas/MapCanvasProps.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { useFrame, useFrameState } from './FrameContext.ts'

export function ToolOptions({ tool }: { readonly tool: MapTool }) {
  const content = optionsOf(tool)
  return content === null ? null : <div className="et-tools__options">{content}</div>
}

function optionsOf(tool: MapTool) {
  switch (tool) {
    case 'sketch':
    case 'erase':
      return <Variants label="frame.toolSketch" tool={tool} variants={['sketch', 'erase']} />
    case 'rate':
      return <RatingViewChoice />
    case 'photo':
      return <PhotoHint />
    case 'move':
    case 'lasso':
    case 'card':
      return null
  }
}

const VARIANT_LABELS = {
  sketch: 'frame.toolSketch',
  erase: 'frame.toolErase',
} as const

interface VariantsProps {
  readonly label: 'frame.toolSketch'
  readonly tool: keyof typeof VARIANT_LABELS
  readonly variants: readonly (keyof typeof VARIANT_LABELS)[]
}

function Variants({ label, tool, variants }: VariantsProps) {
  const t = useTranslate()
  const { store } = useFrame()
  return (
    <Segmented
      label={t(label)}
      hideLabel
      value={tool}
      options={variants.map((value) => ({ value, label: t(VARIANT_LABELS[value]) }))}
      onChange={(next) => store.set({ tool: next })}
    />
  )
}

function RatingViewChoice() {
  const t = useTranslate()
  const { store } = useFrame()
  const view = useFrameState((state) => state.ratingView)
  return (
    <Segmented
      label={t('frame.ratingView')}
      hideLabel
      value={view}
      options={[
        { value: 'inside', label: t('map.inside') },
        { value: 'outside', label: t('map.outside') },
      ]}
      onChange={(ratingView) => store.set({ ratingView })}
    />
  )
}

function PhotoHint() {
  const t = useTranslate()
  return <p className="et-tools__hint">{t('frame.photoHint')}</p>
}
