import { act, cleanup, render, screen } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { useCommand } from '../../src/bindings/useCommand.ts'
import { useRecord } from '../../src/bindings/useRecord.ts'
import { useSnapshot } from '../../src/bindings/useSnapshot.ts'
import { useUndo } from '../../src/bindings/useUndo.ts'
import { WorkshopProvider } from '../../src/bindings/WorkshopProvider.tsx'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { editWorkshop } from '../../src/model/commands/editWorkshop.ts'
import type { Lane, LaneId } from '../../src/model/records/lane.ts'
import { createUndo } from '../../src/model/undo.ts'
import { laneOf, must, newWorkshop } from '../model/support/testWorkshop.ts'

afterEach(cleanup)

function open() {
  const { workshop, actor } = newWorkshop()
  const history = createUndo(workshop)
  const counts = { title: 0, lane: 0 }
  function Title() {
    counts.title += 1
    return <p data-testid="title">{useSnapshot((snapshot) => snapshot.meta.title)}</p>
  }
  function LaneTitle({ id }: { readonly id: LaneId | null }) {
    counts.lane += 1
    return <p data-testid="lane">{useRecord('lanes', id)?.title ?? 'none'}</p>
  }
  return {
    workshop,
    actor,
    history,
    counts,
    Title,
    LaneTitle,
    lane: laneOf(workshop, 'ideas') satisfies Lane,
  }
}

const shown = (id: string) => screen.getByTestId(id).textContent

describe('the hooks', () => {
  it('[HOOK1] show what the workshop says now, and render only what selected it', () => {
    const { workshop, actor, history, counts, Title, LaneTitle, lane } = open()
    render(
      <WorkshopProvider workshop={workshop} actor={actor} history={history}>
        <Title />
        <LaneTitle id={lane.id} />
        <LaneTitle id={null} />
      </WorkshopProvider>,
    )
    const before = { ...counts }
    act(
      () =>
        void must(
          editRecord(workshop, actor, { table: 'lanes', id: lane.id, patch: { title: 'Geistesblitze' } }),
        ),
    )
    expect(screen.getAllByTestId('lane').map((element) => element.textContent)).toEqual([
      'Geistesblitze',
      'none',
    ])
    expect(counts).toEqual({ title: before.title, lane: before.lane + 1 })
    act(() => void must(editWorkshop(workshop, actor, { title: 'Zweiter Tag' })))
    expect(shown('title')).toBe('Zweiter Tag')
  })

  it('[HOOK1] do not render for ever when a selector builds something new each time', () => {
    const { workshop, actor, history, lane } = open()
    let renders = 0
    function Titles() {
      renders += 1
      const titles = useSnapshot((snapshot) => [...snapshot.lanes.values()].map((each) => each.title))
      const { title } = useSnapshot((snapshot) => ({ title: snapshot.meta.title }))
      return <p data-testid="titles">{`${title}: ${titles.length}`}</p>
    }
    render(
      <WorkshopProvider workshop={workshop} actor={actor} history={history}>
        <Titles />
      </WorkshopProvider>,
    )
    const before = renders
    act(
      () =>
        void must(editRecord(workshop, actor, { table: 'lanes', id: lane.id, patch: { colour: '#123456' } })),
    )
    expect(renders).toBe(before)
    expect(shown('titles')).toBe('Bahnreise: 9')
  })

  it('[HOOK2] give commands for who acts, and undo them', () => {
    const { workshop, actor, history, lane, LaneTitle } = open()
    function Buttons() {
      const edit = useCommand(editRecord)
      const { canUndo, undo, redo, canRedo } = useUndo()
      const [code, setCode] = useState('')
      const rename = (title: string) => {
        const result = edit({ table: 'lanes', id: lane.id, patch: { title } })
        setCode(result.ok ? 'ok' : result.error.code)
      }
      return (
        <div>
          <button type="button" onClick={() => rename('Neu')} name="rename">
            rename
          </button>
          <button type="button" onClick={undo} disabled={!canUndo} name="undo">
            undo
          </button>
          <button type="button" onClick={redo} disabled={!canRedo} name="redo">
            redo
          </button>
          <p data-testid="code">{code}</p>
        </div>
      )
    }
    function Page() {
      const reader = useMemo(() => ({ ...actor, mayWrite: [] }), [])
      const [isReader, setReader] = useState(false)
      return (
        <WorkshopProvider workshop={workshop} actor={isReader ? reader : actor} history={history}>
          <LaneTitle id={lane.id} />
          <Buttons />
          <button type="button" onClick={() => setReader(true)} name="read">
            read
          </button>
        </WorkshopProvider>
      )
    }
    const { container } = render(<Page />)
    const button = (name: string) => container.querySelector<HTMLButtonElement>(`button[name=${name}]`)
    const press = (name: string) => act(() => button(name)?.click())
    expect(button('undo')?.disabled).toBe(true)
    press('rename')
    expect([shown('lane'), shown('code'), button('undo')?.disabled]).toEqual(['Neu', 'ok', false])
    press('undo')
    expect([shown('lane'), button('undo')?.disabled, button('redo')?.disabled]).toEqual([
      'Ideen',
      true,
      false,
    ])
    press('redo')
    press('read')
    press('rename')
    expect([shown('lane'), shown('code')]).toEqual(['Neu', 'notAllowed'])
  })

  it('[HOOK3] say so when no workshop is open above', () => {
    const { Title } = open()
    const onError = () => undefined
    expect(() => render(<Title />, { onCaughtError: onError })).toThrow('no workshop is open')
  })
})
