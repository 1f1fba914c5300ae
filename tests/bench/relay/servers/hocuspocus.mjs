/** Hocuspocus as its manual starts it, with the SQLite extension and all settings at their defaults. */
import { createRequire } from 'node:module'

const require = createRequire(`${process.env.PEERS}/package.json`)
const { Server } = require('@hocuspocus/server')
const { SQLite } = require('@hocuspocus/extension-sqlite')

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: 'documents.sqlite' })],
})
await server.listen()
