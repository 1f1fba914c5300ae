/** The five tools, undo and redo, and what can be added, at the bottom where thumbs are. */
import { Camera, Hand, Pencil, Plus, Smile, SquareDashed, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MapTool } from '../../canvas/MapCanvasProps.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useFrame, useFrameState } from './FrameContext.ts'
import { ToolOptions } from './ToolOptions.tsx'
import { UndoButtons } from './UndoButtons.tsx'
import { useAddItems } from './useAddItems.tsx'
import './ToolBar.css'

interface ToolChoice {
  readonly tool: MapTool
  readonly label:
    | 'frame.toolMove'
    | 'frame.toolCard'
    | 'frame.toolSketch'
    | 'frame.toolPhoto'
    | 'frame.toolRate'
  readonly icon: ReactNode
  /** Its variants keep it lit. */
  readonly with: readonly MapTool[]
}

const TOOLS: readonly ToolChoice[] = [
  { tool: 'move', label: 'frame.toolMove', icon: <Hand />, with: [] },
  { tool: 'card', label: 'frame.toolCard', icon: <StickyNote />, with: [] },
  { tool: 'sketch', label: 'frame.toolSketch', icon: <Pencil />, with: ['erase'] },
  { tool: 'photo', label: 'frame.toolPhoto', icon: <Camera />, with: [] },
  { tool: 'rate', label: 'frame.toolRate', icon: <Smile />, with: [] },
]

export function ToolBar() {
  const t = useTranslate()
  const { store } = useFrame()
  const mayWrite = useMayWrite()
  const tool = useFrameState((state) => state.tool)
  const addItems = useAddItems()
  if (!mayWrite) return null
  return (
    <section className="et-tools" aria-label={t('frame.tools')}>
      <ToolOptions tool={tool} />
      <div className="et-tools__bar" role="toolbar" aria-label={t('frame.tools')}>
        <UndoButtons tooltipSide="top" />
        <span className="et-tools__line" aria-hidden="true" />
        {TOOLS.map((choice) => (
          <button
            key={choice.tool}
            type="button"
            className="et-tools__tool"
            aria-pressed={choice.tool === tool || choice.with.includes(tool)}
            onClick={() => store.set({ tool: choice.tool })}
          >
            <span aria-hidden="true">{choice.icon}</span>
            {t(choice.label)}
          </button>
        ))}
        <span className="et-tools__line" aria-hidden="true" />
        <IconButton
          className="et-tools__lasso"
          label={t('frame.toolLasso')}
          icon={<SquareDashed />}
          tooltipSide="top"
          pressed={tool === 'lasso'}
          onClick={() => store.set({ tool: tool === 'lasso' ? 'move' : 'lasso' })}
        />
        <Menu
          trigger={<IconButton label={t('frame.add')} icon={<Plus />} tooltipSide="top" />}
          items={addItems}
        />
      </div>
    </section>
  )
}
