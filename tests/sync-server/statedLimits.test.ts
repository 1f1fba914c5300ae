import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { DEFAULT_LIMITS as limits } from '../../sync-server/limits.ts'

const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
const number = (value: number) => value.toLocaleString('en-US')
const KIB = 1024
const MIB = KIB * KIB
const GIB = KIB * MIB

it.each([
  ['one change on the wire', `${limits.updateBytes / MIB} MiB`, `${limits.step2Bytes / MIB} MiB a message`],
  ['parts of one change on the wire', number(limits.updateParts)],
  ['one document of a room', `${limits.documentBytes / MIB} MiB`, `${number(limits.authors)} clients`],
  ['edits of a document that wait', number(limits.pendingStretches)],
  ['one room on the relay', `${limits.roomBytes / MIB} MiB`],
  ['rooms on the relay', number(limits.rooms), `${number(limits.roomsPerAddress)} new ones an hour`],
  [
    'edits of one connection',
    `${number(limits.editsPerSecond)} a second`,
    `${number(limits.editBurst)} at once`,
    `${number(limits.messagesPerSecond)} messages a second`,
  ],
  ['what a client says it has', `${limits.stateVectorBytes / KIB} KiB`],
  ['presence of a client', `${limits.awarenessBytes / KIB} KiB`],
  ['a reader that takes nothing', `${limits.bufferedBytes / KIB} KiB`, `${limits.stallMs / 1000} seconds`],
  [
    'pictures and files',
    `${limits.blobBytes / MIB} MiB each`,
    `${limits.roomBlobBytes / GIB} GiB a room`,
    `${limits.uploads} uploads`,
  ],
  [
    'connections',
    `${number(limits.connectionsPerRoom)} a room`,
    `${number(limits.connectionsPerAddress)} an address`,
    `${number(limits.connections)} in all`,
  ],
])('the README states the relay’s limit of %s as it is enforced', (what, ...stated) => {
  const row = readme.split('\n').find((line) => line.startsWith(`| ${what}`)) ?? ''
  for (const words of stated) expect(row).toContain(words)
})
