import { describe, expect, it } from 'vitest'
import { addJourney } from '../../src/model/commands/addJourney.ts'
import { createWorkshop } from '../../src/model/commands/createWorkshop.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { editWorkshop } from '../../src/model/commands/editWorkshop.ts'
import { mainJourney } from '../../src/model/select/journeys.ts'
import { createUndo } from '../../src/model/undo.ts'
import { emptyWorkshop, meet, must, nobody, otherDevice, texts } from './support/testWorkshop.ts'

/** Begun with this name, or without one. */
function begun(title = '') {
  const workshop = emptyWorkshop()
  const words = { ...texts, journeyTitle: title }
  must(createWorkshop(workshop, nobody, { title, language: 'de', template: 'full', texts: words }))
  return workshop
}

type Workshop = ReturnType<typeof begun>

function call(workshop: Workshop, title: string) {
  must(editWorkshop(workshop, nobody, { title }))
}

function callJourney(workshop: Workshop, title: string) {
  const id = mainJourney(workshop.snapshot())?.id
  if (id === undefined) throw new Error('the template has a journey')
  must(editRecord(workshop, nobody, { table: 'journeys', id, patch: { title } }))
  return id
}

function names(workshop: Workshop) {
  const { meta, journeys } = workshop.snapshot()
  return [meta.title, ...[...journeys.values()].map(({ title }) => title)]
}

describe('naming a workshop', () => {
  it('[JOURNEY2] names its only journey with it, which the map and the poster show', () => {
    const workshop = begun()
    call(workshop, 'Bücherei')
    expect(names(workshop)).toEqual(['Bücherei', 'Bücherei'])
    call(workshop, 'Bücherei-Ausweis')
    expect(names(workshop)).toEqual(['Bücherei-Ausweis', 'Bücherei-Ausweis'])
  })

  it('[JOURNEY2] is one step: undo takes both names back, and redo brings both', () => {
    const workshop = begun('Bücherei')
    const history = createUndo(workshop)
    call(workshop, 'Ausweis')
    history.undo()
    expect(names(workshop)).toEqual(['Bücherei', 'Bücherei'])
    expect(history.canUndo()).toBe(false)
    history.redo()
    expect(names(workshop)).toEqual(['Ausweis', 'Ausweis'])
  })

  it('[JOURNEY2] leaves a journey alone that somebody has given a name of its own', () => {
    const workshop = begun()
    callJourney(workshop, 'Ist-Journey')
    call(workshop, 'Bücherei')
    expect(names(workshop)).toEqual(['Bücherei', 'Ist-Journey'])
  })

  it('[JOURNEY2] leaves them alone where there are several', () => {
    const workshop = begun()
    const like = callJourney(workshop, '')
    must(addJourney(workshop, nobody, { fields: { title: 'Soll' }, like }))
    call(workshop, 'Bücherei')
    expect(names(workshop).toSorted()).toEqual(['', 'Bücherei', 'Soll'])
  })

  it('[JOURNEY2] says nothing about the journey when something else of the workshop is written', () => {
    const workshop = begun('Bücherei')
    must(editWorkshop(workshop, nobody, { goal: 'Weniger Wege' }))
    expect(names(workshop)).toEqual(['Bücherei', 'Bücherei'])
  })

  it('[JOURNEY2] [CONV1] on two devices at the same time leaves one name, the same for both', () => {
    const anna = begun('Bücherei')
    const ben = otherDevice(anna)
    call(anna, 'Ausweis')
    call(anna, 'Ausweis beantragen')
    call(ben, 'Ausleihe')
    meet(anna, ben)
    expect(names(ben)).toEqual(names(anna))
    const [workshop, journey] = names(anna)
    expect(journey).toBe(workshop)
  })

  it('[JOURNEY2] [CONV1] never loses a name of its own that the journey got before the devices met', () => {
    const anna = begun()
    const ben = otherDevice(anna)
    callJourney(ben, 'Ist-Journey')
    meet(anna, ben)
    call(anna, 'Bücherei')
    meet(anna, ben)
    expect(names(ben)).toEqual(['Bücherei', 'Ist-Journey'])
  })
})
