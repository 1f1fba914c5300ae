/** What Mermaid itself counts in the real diagrams under tests/fixtures/mermaid: for the tests and for the bench. */
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'

/** Sections, tasks, different actors, mentions of actors, tasks per score from 5 to 1: as counted by Mermaid itself. */
export const COUNTS: Readonly<
  Record<string, readonly [number, number, number, number, readonly number[], string]>
> = {
  '01-data-citizen.mmd': [6, 19, 3, 27, [6, 8, 5, 0, 0], 'Data Citizen Journey'],
  '02-patent-invention-to-attorney.mmd': [
    7,
    21,
    2,
    21,
    [9, 8, 4, 0, 0],
    'PatentForge User Journey — Invention to Attorney Meeting',
  ],
  '03-zh-child-learning.mmd': [4, 13, 12, 13, [8, 5, 0, 0, 0], '孩子学习旅程（5 岁小明）'],
  '04-ru-support-request.mmd': [3, 15, 3, 15, [4, 7, 4, 0, 0], 'Путь обращения от пользователя до ответа'],
  '05-no-actors-install-to-power-user.mmd': [
    5,
    15,
    0,
    0,
    [8, 5, 2, 0, 0],
    'Keen User Journey — From Install to Power User',
  ],
  '06-de-todo-app.mmd': [4, 12, 1, 12, [3, 5, 3, 1, 0], 'Todo App User Journey'],
  '07-actors-and-tasks-swapped.mmd': [
    7,
    21,
    42,
    42,
    [8, 7, 6, 0, 0],
    'User Journey: Space Waste Management System',
  ],
  '08-acc-descr-block.mmd': [1, 0, 0, 0, [0, 0, 0, 0, 0], 'Adding journey diagram functionality to mermaid'],
  '09-ampersand-covid-support.mmd': [2, 5, 1, 5, [1, 2, 1, 1, 0], 'FBS User'],
  '10-comment-repeated-section-tab.mmd': [3, 6, 2, 7, [3, 0, 2, 0, 1], 'My working day'],
}

export function countsOf(workshop: WorkshopDocument) {
  const s = workshop.snapshot()
  const actors = [...s.cards.values()].map(({ text }) => text)
  const scores = [5, 4, 3, 2, 1].map(
    (score) => [...s.agreedValues.values()].filter(({ value }) => value === score * 2).length,
  )
  const title = [...s.journeys.values()][0]?.title
  return [s.phases.size, s.activities.size, new Set(actors).size, actors.length, scores, title]
}
