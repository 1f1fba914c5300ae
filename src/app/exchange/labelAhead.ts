/** What an import would do, in the words of the map. */
import type { RestRecord } from '../../exchange/document/PlannedDocument.ts'
import type { ImportPlan } from '../../exchange/ImportPlan.ts'
import type { UnplacedNote } from '../../exchange/notes/notesWish.ts'
import type { ImportPreview } from '../../exchange/previewImport.ts'
import type { Ahead, ChangeLine, CountLine } from '../../features/exchange/importTools.ts'
import type { Translate } from '../../i18n/translate.ts'
import { labelChanges } from '../workshopFile/kindLabels.ts'
import { troubleOf } from './troubleOf.ts'

type Kind = Parameters<typeof labelChanges>[0][number]['kind']

const UNPLACED = {
  noText: 'importDialog.noText',
  noActivity: 'importDialog.noActivity',
  unknownActivity: 'importDialog.unknownActivity',
  unknownLane: 'importDialog.unknownLane',
  noLane: 'importDialog.noLane',
} as const

const LONGEST = 60

export function labelAhead(
  { t, isNew }: { readonly t: Translate; readonly isNew: boolean },
  plan: ImportPlan,
  preview: ImportPreview,
  unplaced: readonly UnplacedNote[],
): Ahead {
  return {
    counts: countsOf(t, preview, isNew ? (plan.document?.rest?.records ?? []) : []),
    changes: preview.changes.map(({ table, name, before, after }): ChangeLine => {
      const isPlace = before === '' && after === ''
      return {
        label: labelOf(t, table),
        name,
        before: isPlace ? '' : before,
        after: isPlace ? t('importDialog.moved') : after,
      }
    }),
    missing: preview.missing.map(({ table, name }) => ({ label: labelOf(t, table), name: shorten(name) })),
    unchanged: preview.unchanged,
    binned: preview.binned,
    notices: [...plan.notices, ...(isNew ? [] : (plan.document?.rest?.notices ?? []))].map((notice) =>
      troubleOf(t, notice),
    ),
    unplaced: unplaced.map(({ line, text, reason, value }) => ({
      file: shorten(text),
      line,
      column: null,
      text: sentenceOf(t, reason, value),
    })),
  }
}

function sentenceOf(t: Translate, reason: keyof typeof UNPLACED, value: string): string {
  switch (reason) {
    case 'unknownActivity':
    case 'unknownLane':
      return t(UNPLACED[reason], { value: shorten(value) })
    case 'noText':
    case 'noActivity':
    case 'noLane':
      return t(UNPLACED[reason])
  }
}

function countsOf(
  t: Translate,
  { created, changed }: ImportPreview,
  rest: readonly RestRecord[],
): readonly CountLine[] {
  const kinds = [...new Set([...Object.keys(created), ...Object.keys(changed)])] as Kind[]
  const changes = kinds.map((kind) => ({
    kind,
    added: created[kind] ?? 0,
    changed: changed[kind] ?? 0,
    binned: 0,
    restored: 0,
  }))
  const lines = labelChanges(changes).map(({ label, added, changed: differ }) => ({
    label: t(label),
    created: added,
    changed: differ,
  }))
  const isBinned = ({ deleted, mergedInto }: RestRecord) => deleted !== null || mergedInto !== null
  const comments = rest.filter((record) => record.table === 'comments' && !isBinned(record)).length
  const binned = rest.filter(isBinned).length
  const more = [
    { label: t('workshopFile.kindComments'), created: comments, changed: 0 },
    { label: t('bin.title'), created: binned, changed: 0 },
  ]
  return [...lines, ...more.filter(({ created: count }) => count > 0)]
}

function labelOf(t: Translate, table: string): string {
  const [labelled] = labelChanges([{ kind: table as Kind, added: 0, changed: 0, binned: 0, restored: 0 }])
  return labelled === undefined ? table : t(labelled.label)
}

function shorten(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '))
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}…`
}
