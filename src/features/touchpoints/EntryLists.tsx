/** Channels, departments and brands: short lists with a name, a code and a colour each. */
import { Plus, Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useEdit } from '../../bindings/useEdit.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addEntry } from '../../model/commands/addEntry.ts'
import type { Channel } from '../../model/records/channel.ts'
import type { IdIn } from '../../model/schema.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { Button } from '../../ui/Button.tsx'
import { ColourField } from '../../ui/ColourField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'

type EntryTable = 'channels' | 'departments' | 'brands'
type Entry = Pick<Channel, 'name' | 'code' | 'colour'> & { readonly id: string }

const LISTS = [
  { table: 'channels', title: 'touchpoints.channels', add: 'touchpoints.addChannel' },
  { table: 'departments', title: 'touchpoints.departments', add: 'touchpoints.addDepartment' },
  { table: 'brands', title: 'touchpoints.brands', add: 'touchpoints.addBrand' },
] as const

export function EntryLists({ mayWrite }: { readonly mayWrite: boolean }) {
  const t = useTranslate()
  return (
    <section className="et-stack" aria-label={t('touchpoints.lists')}>
      <h3>{t('touchpoints.lists')}</h3>
      {LISTS.map(({ table, title, add }) => (
        <EntryList key={table} table={table} title={t(title)} add={t(add)} mayWrite={mayWrite} />
      ))}
    </section>
  )
}

interface EntryListProps {
  readonly table: EntryTable
  readonly title: string
  readonly add: string
  readonly mayWrite: boolean
}

function EntryList({ table, title, add, mayWrite }: EntryListProps) {
  const run = useRun()
  const entries: readonly Entry[] = useSnapshot((snapshot) =>
    byOrder<Channel>(snapshot[table].values() as never),
  )
  return (
    <details className="et-entries">
      <summary>
        {title} ({entries.length})
      </summary>
      <ul>
        {entries.map((entry) => (
          <EntryRow key={entry.id} table={table} entry={entry} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite ? (
        <Button
          icon={<Plus />}
          onClick={() => run((workshop, actor) => addEntry(workshop, actor, { table }))}
        >
          {add}
        </Button>
      ) : null}
    </details>
  )
}

interface EntryRowProps {
  readonly table: EntryTable
  readonly entry: Entry
  readonly mayWrite: boolean
}

function EntryRow({ table, entry, mayWrite }: EntryRowProps) {
  const t = useTranslate()
  const remove = useDelete()
  const id = entry.id as IdIn<EntryTable>
  const edit = useEdit(table, id)
  const name = entry.name === '' ? t('touchpoints.unnamedEntry') : entry.name
  return (
    <li className="et-entries__row">
      <div className="et-entries__texts">
        <LazyTextField
          label={t('touchpoints.name')}
          value={entry.name}
          readOnly={!mayWrite}
          onCommit={(value) => edit.set({ name: value })}
        />
        <LazyTextField
          label={t('touchpoints.code')}
          value={entry.code}
          readOnly={!mayWrite}
          onCommit={(code) => edit.set({ code })}
        />
        {mayWrite ? (
          <IconButton
            label={t('touchpoints.deleteEntry', { name })}
            icon={<Trash2 />}
            tone="danger"
            onClick={() => remove({ table, ids: [id] })}
          />
        ) : null}
      </div>
      <ColourField
        label={t('touchpoints.colour')}
        value={entry.colour}
        disabled={!mayWrite}
        onChange={(colour) => edit.set({ colour })}
      />
    </li>
  )
}
