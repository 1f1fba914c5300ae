/** The finished file is offered only as long as it is what the screen says. */
import { cleanup, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { openPosterPanel } from './openPosterPanel.tsx'

const given: string[] = []

beforeEach(() => {
  given.length = 0
  Object.assign(URL, {
    createObjectURL: () => {
      given.push(`blob:${given.length}`)
      return `blob:${given.length - 1}`
    },
    revokeObjectURL: (url: string) => given.splice(given.indexOf(url), 1),
  })
})

const make = () => screen.getByRole('button', { name: 'Make the PDF' })
const isFirstChoice = () => make().classList.contains('et-button--primary')
const save = () => screen.queryByRole('link', { name: 'Save the PDF' })

async function openWithFinishedFile(given: Parameters<typeof openPosterPanel>[0] = {}) {
  const opened = openPosterPanel(given)
  await waitFor(() => expect(make()).toHaveProperty('disabled', false))
  await opened.user.click(make())
  await screen.findByRole('progressbar')
  opened.finishPrints()
  await screen.findByRole('link', { name: 'Save the PDF' })
  return opened
}

describe('the finished PDF', () => {
  it('is no longer offered when something else is chosen, and is let go of; making it again comes first', async () => {
    const { user } = await openWithFinishedFile()
    expect(isFirstChoice()).toBe(false)
    await user.selectOptions(screen.getByLabelText('Printed'), 'On A4 sheets of an office printer')
    expect(save()).toBeNull()
    expect(screen.queryByRole('link', { name: 'Open the PDF' })).toBeNull()
    expect(isFirstChoice()).toBe(true)
    expect(given).toEqual([])
  })

  it('is not finished for choices that were changed meanwhile', async () => {
    const { user, finishPrints } = openPosterPanel()
    await waitFor(() => expect(make()).toHaveProperty('disabled', false))
    await user.click(make())
    await screen.findByRole('progressbar')
    await user.selectOptions(screen.getByLabelText('Look'), 'Grey')
    expect(screen.queryByRole('progressbar')).toBeNull()
    finishPrints()
    await waitFor(() => expect(make()).toHaveProperty('disabled', false))
    expect(save()).toBeNull()
    expect(given).toEqual([])
  })

  it('is an earlier state once somebody writes on the map: making it again comes first', async () => {
    const { rewriteCards } = await openWithFinishedFile()
    rewriteCards('Koffer suchen')
    expect(await screen.findByText(/has changed since Bahnreise 1189x841mm\.pdf was made/)).toBeTruthy()
    expect(save()).toBeNull()
    expect(isFirstChoice()).toBe(true)
    const earlier = screen.getByRole('link', { name: 'Save it as it was' })
    expect(earlier.classList.contains('et-button--primary')).toBe(false)
  })

  it('stays when the workshop changes where nothing is printed', async () => {
    const { wishes, changeElsewhere } = await openWithFinishedFile()
    const before = wishes.length
    changeElsewhere()
    await waitFor(() => expect(wishes.length).toBeGreaterThan(before))
    await waitFor(() => expect(make()).toHaveProperty('disabled', false))
    expect(save()).not.toBeNull()
    expect(isFirstChoice()).toBe(false)
  })
})

describe('the name of the finished PDF', () => {
  const made = async (choose: readonly (readonly [label: string, option: string])[]) => {
    const { user, wishes, finishPrints } = openPosterPanel({ locale: 'de' })
    for (const [label, option] of choose) await user.selectOptions(screen.getByLabelText(label), option)
    const button = screen.getByRole('button', { name: 'PDF erstellen' })
    await waitFor(() => expect(wishes.length).toBeGreaterThan(0))
    await waitFor(() => expect(button).toHaveProperty('disabled', false))
    await user.click(button)
    await screen.findByRole('progressbar')
    finishPrints()
    return (await screen.findByRole('link', { name: 'PDF speichern' })).getAttribute('download')
  }

  it('tells the size of a poster in one piece, which is all that a print shop asks', async () => {
    expect(await made([])).toBe('Bahnreise 1189x841mm.pdf')
  })

  it('tells on how many sheets of which paper it is, and that each phase has its page', async () => {
    expect(await made([['Druck', 'Auf A4-Blättern eines Bürodruckers']])).toBe(
      'Bahnreise 1189x841mm, auf 26 A4-Blättern.pdf',
    )
    cleanup()
    expect(await made([['Poster', 'Eine Seite je Phase']])).toBe(
      'Bahnreise 1189x841mm, eine Seite je Phase.pdf',
    )
    cleanup()
    const both = [
      ['Poster', 'Zwei nebeneinander'],
      ['Druck', 'Auf A3-Blättern eines Bürodruckers'],
    ] as const
    expect(await made(both)).toBe('Bahnreise 1189x841mm, zwei nebeneinander, auf 26 A3-Blättern.pdf')
  })
})
