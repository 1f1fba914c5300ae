/**
 * The relays that Etappe's is measured against, installed by npm into the cache folder when a benchmark first needs them:
 * they are no dependencies of the project. Versions are exact.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PEERS = {
  'y-websocket': '1.5.4',
  'y-leveldb': '0.1.2',
  '@hocuspocus/server': '4.7.0',
  '@hocuspocus/extension-sqlite': '4.7.0',
  ws: '8.23.0',
  yjs: '13.6.33',
}

export const peersFolder = join(import.meta.dirname, '../../../.cache/bench/relay-peers')

export function installPeers(): void {
  const manifest = JSON.stringify({ private: true, dependencies: PEERS })
  const stamp = join(peersFolder, '.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return
  mkdirSync(peersFolder, { recursive: true })
  writeFileSync(join(peersFolder, 'package.json'), manifest)
  console.log('Installing the relays to compare with (once, up to three minutes) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const result = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peersFolder,
    encoding: 'utf8',
  })
  if (result.status !== 0)
    throw new Error(`the relays to compare with could not be installed: ${result.stderr}`)
  writeFileSync(stamp, manifest)
}
