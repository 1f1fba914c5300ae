/** One entry of every keyed table with every part of its key and every field; parts that try to break the key. */
export const fullEntries = [
  {
    table: 'ratings',
    parts: {
      subjectKind: 'touchpoint',
      subjectId: 't|1%7C',
      view: 'outside',
      source: 'survey',
      roundId: 'r:2',
      personId: 'u/ä',
    },
    fields: { value: 7.5, n: 120, at: 1_790_000_000_000, by: 'u1', row: 17 },
  },
  {
    table: 'agreedValues',
    parts: { subjectKind: 'placement', subjectId: 'pl1', view: 'outside', roundId: 'r2' },
    fields: { value: 4, by: 'u1', at: 5, why: 'Die Durchsage fehlte' },
  },
  {
    table: 'votes',
    parts: { ballot: 'b2', subjectKind: 'insight', subjectId: 'i1', personId: 'u1' },
    fields: { count: 3, at: 5 },
  },
  {
    table: 'auditAnswers',
    parts: { auditId: 'au1', questionId: 'q1' },
    fields: { actual: 'nein', target: true, note: 'verdeckt', by: 'u1', at: 5 },
  },
  {
    table: 'kpiValues',
    parts: { kpiId: 'k1', period: '2025-11', touchpointId: 't1' },
    fields: { value: -23.7, target: 1, benchmark: 18, n: 59, by: 'u1', importKey: 'kpi-nps-2025-11' },
  },
  {
    table: 'agendaSteps',
    parts: { stepId: 'sort' },
    fields: { title: 'Sortieren', prompt: 'Was gehört zusammen?', minutes: 25, order: 4.5, removed: true },
  },
  {
    table: 'locks',
    parts: { subjectKind: 'phase', subjectId: 'ph1' },
    fields: { locked: true, by: 'u1', at: 5 },
  },
] as const
