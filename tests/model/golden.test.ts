/**
 * A document as schema 1 wrote it, kept for ever: every later version has to read it. `GOLDEN=write` writes the file
 * of the current schema once, when the schema grows; existing files are never written again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../src/model/commands/createRecord.ts'
import { commit } from '../../src/model/commit.ts'
import { documentNames } from '../../src/model/documentName.ts'
import { origins } from '../../src/model/origins.ts'
import { keyedTables, schemaVersion, tableNames } from '../../src/model/schema.ts'
import { fullEntries } from './support/fullEntries.ts'
import { fullFixtures } from './support/fullFixtures.ts'
import { contentOf, emptyWorkshop, must, newWorkshop, nobody } from './support/testWorkshop.ts'

interface Golden {
  readonly documents: Readonly<Record<(typeof documentNames)[number], string>>
  readonly content: Readonly<Record<string, unknown>>
}

const fileOf = (schema: number) => new URL(`../fixtures/model/schema-${schema}.json`, import.meta.url)

function write(): void {
  const { workshop } = newWorkshop(77)
  for (const table of tableNames)
    must(createRecord(workshop, nobody, { table, fields: fullFixtures[table] as never }))
  for (const { table, parts, fields } of fullEntries) {
    const { document } = keyedTables[table]
    must(
      commit(workshop, nobody, (writer) => writer.setKeyed(table, parts as never, fields as never), {
        document,
      }),
    )
  }
  const documents = Object.fromEntries(
    documentNames.map((name) => [
      name,
      Buffer.from(Y.encodeStateAsUpdate(workshop.docs[name])).toString('base64'),
    ]),
  )
  writeFileSync(
    fileOf(schemaVersion),
    `${JSON.stringify({ documents, content: contentOf(workshop) }, null, 1)}\n`,
  )
}

if (process.env['GOLDEN'] === 'write' && !existsSync(fileOf(schemaVersion))) write()

describe('a document of an earlier schema', () => {
  it.each(Array.from({ length: schemaVersion }, (_, index) => index + 1))(
    '[DOC10] schema %i is read as it was meant',
    (schema) => {
      const golden = JSON.parse(readFileSync(fileOf(schema), 'utf8')) as Golden
      const workshop = emptyWorkshop(9)
      for (const name of documentNames) {
        Y.applyUpdate(workshop.docs[name], Buffer.from(golden.documents[name], 'base64'), origins.storage)
      }
      expect(contentOf(workshop)).toMatchObject(golden.content)
      const { cards, ratings, comments } = workshop.snapshot()
      expect([cards.size, ratings.size, comments.size]).toEqual([1, 1, 1])
    },
  )
})
