/** What a format could not hold, in the words of the map; kinds of the same name are counted together. */
import type { LeftOut } from '../../features/exchange/exportChoices.ts'
import type { Translate } from '../../i18n/translate.ts'
import { labelChanges } from '../workshopFile/kindLabels.ts'

export function labelLeftOut(t: Translate, leftOut: Readonly<Record<string, number>>): readonly LeftOut[] {
  const changes = Object.entries(leftOut).map(([kind, added]) => ({
    // A kind without a name of its own is counted among the others.
    kind: kind as Parameters<typeof labelChanges>[0][number]['kind'],
    added,
    changed: 0,
    binned: 0,
    restored: 0,
  }))
  return labelChanges(changes).map(({ label, added }) => ({ label: t(label), count: added }))
}
