import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ExportDialog } from '../../../src/features/exchange/ExportDialog.tsx'
import type { ExportJob, ExportOutcome } from '../../../src/features/exchange/exportChoices.ts'
import { renderScreen } from '../support/renderScreen.tsx'

const both = [
  { id: 'j1', title: 'By train' },
  { id: 'j2', title: 'By car' },
]

function openExport(outcome: ExportOutcome, journeys = both) {
  const jobs: Pick<ExportJob, 'format' | 'journeyId'>[] = []
  renderScreen(
    <ExportDialog
      journeys={journeys}
      journeyId={journeys[0]?.id ?? null}
      onExport={({ format, journeyId }) => {
        jobs.push({ format, journeyId })
        return Promise.resolve(outcome)
      }}
      onClose={() => undefined}
    />,
  )
  return jobs
}

describe('exporting', { timeout: 60_000 }, () => {
  it('gives the chosen format of the chosen journey and says which file it became', async () => {
    const user = userEvent.setup()
    const jobs = openExport({ done: true, name: 'Trip.zip', leftOut: [] })
    await user.click(screen.getByRole('radio', { name: 'Tables (CSV)' }))
    await user.selectOptions(screen.getByLabelText('Journey'), 'j2')
    await user.click(screen.getByRole('button', { name: 'Export' }))
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Trip.zip'))
    expect(jobs).toEqual([{ format: 'csv', journeyId: 'j2' }])
  })

  it('says what the format could not hold', async () => {
    const user = userEvent.setup()
    openExport({ done: true, name: 'Trip.zip', leftOut: [{ label: 'Drawings', count: 3 }] })
    await user.click(screen.getByRole('button', { name: 'Export' }))
    await waitFor(() => expect(screen.getByText('Drawings: 3')).toBeTruthy())
  })

  it('says why nothing came of it', async () => {
    const user = userEvent.setup()
    openExport({ done: false, reason: 'The disk is full.' })
    await user.click(screen.getByRole('button', { name: 'Export' }))
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('The disk is full.'))
  })

  it('offers no format of one journey where there is none', async () => {
    const user = userEvent.setup()
    const jobs = openExport({ done: true, name: '', leftOut: [] }, [])
    await user.click(screen.getByRole('radio', { name: 'Tables (CSV)' }))
    expect(screen.getByRole('button', { name: 'Export' })).toHaveProperty('disabled', true)
    expect(jobs).toEqual([])
  })
})
