/**
 * `npm run etappe -- <command>`: installs and builds what is missing or stale, then runs the command line, or the relay
 * for `serve`, `backup` and `restore`. Plain JavaScript without imports from npm, because it runs on a machine that has only Node and git.
 */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs'
import { endWith, passSignals } from './passSignals.mjs'

ensureInstalled()
ensureBuilt()
const [command, ...rest] = process.argv.slice(2)
const isRelay = ['serve', 'backup', 'restore'].includes(command)
// npm runs scripts in the package's folder; paths are meant from where the command was given.
const asScript = process.env.npm_lifecycle_event === 'etappe'
const given = asScript ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd()
const relayArgs = command === 'serve' ? rest : [command, ...rest.map((folder) => resolve(given, folder))]
const [bundle, args] = isRelay ? ['server.mjs', relayArgs] : ['etappe.mjs', process.argv.slice(2)]
// The relay itself starts where `npm start` does: its data folder is the same.
const cwd = isRelay ? root : given
const child = spawn(process.execPath, [join(root, 'dist', 'node', bundle), ...args], {
  cwd,
  stdio: 'inherit',
})
passSignals(child)
endWith(child)
