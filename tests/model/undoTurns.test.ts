import { describe, expect, it } from 'vitest'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { joinPerson } from '../../src/model/commands/joinPerson.ts'
import type { PersonId } from '../../src/model/records/person.ts'
import { createUndo } from '../../src/model/undo.ts'
import { laneOf, must, newWorkshop } from './support/testWorkshop.ts'

describe('undo on a device that is handed on', () => {
  function sharedTablet() {
    const { workshop, actor, personId: anna } = newWorkshop(1, 'full')
    const ben = must(joinPerson(workshop, actor, { name: 'Ben' }))
    const laneId = laneOf(workshop, 'ideas').id
    let sitting: PersonId | null = null
    const listeners = new Set<() => void>()
    const history = createUndo(workshop, {
      personId: () => sitting,
      onPersonChange: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    })
    const sit = (person: PersonId) => {
      sitting = person
      for (const listener of listeners) listener()
    }
    const mark = (patch: { colour?: string; title?: string }) =>
      must(editRecord(workshop, { personId: sitting }, { table: 'lanes', id: laneId, patch }))
    const lane = () => workshop.snapshot().lanes.get(laneId)
    return { workshop, history, sit, mark, lane, anna, ben }
  }

  it('[UNDO9] never takes back what the person before did, and gives everybody their own steps again', () => {
    const { history, sit, mark, lane, anna, ben } = sharedTablet()
    sit(anna)
    mark({ colour: '#111111' })
    mark({ colour: '#222222' })
    history.undo()
    let told = 0
    history.subscribe(() => (told += 1))
    sit(ben)
    expect(told).toBeGreaterThan(0)
    expect([history.canUndo(), history.canRedo(), history.undo(), history.redo()]).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(lane()?.colour).toBe('#111111')
    mark({ title: 'Bens lane' })
    sit(anna)
    expect([history.canUndo(), history.canRedo()]).toEqual([true, true])
    expect(history.redo()).toBe(true)
    expect(lane()?.colour).toBe('#222222')
    history.undo()
    history.undo()
    expect(history.undo()).toBe(false)
    expect(lane()).toMatchObject({ colour: '', title: 'Bens lane' })
    sit(ben)
    expect(history.undo()).toBe(true)
    expect(lane()?.title).not.toBe('Bens lane')
  })

  it('[UNDO9] keeps the steps of whoever says only later who they are', () => {
    const { history, sit, mark, lane, anna } = sharedTablet()
    mark({ colour: '#111111' })
    sit(anna)
    expect(history.undo()).toBe(true)
    expect(lane()?.colour).toBe('')
  })

  it('[UNDO6] leaves everybody their name: that somebody entered it is no step, and ends nothing that could be redone', () => {
    const { workshop, history, sit, mark, lane } = sharedTablet()
    mark({ colour: '#111111' })
    history.undo()
    const cem = must(joinPerson(workshop, { personId: null }, { name: 'Cem' }))
    sit(cem)
    expect([history.canUndo(), history.canRedo(), history.undo()]).toEqual([false, true, false])
    expect(workshop.snapshot().persons.get(cem)?.name).toBe('Cem')
    expect(history.redo()).toBe(true)
    expect(lane()?.colour).toBe('#111111')
  })
})
