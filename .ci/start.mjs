/** `npm start`: install and build what is missing or stale, then become the relay, which serves the app on the same port. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs'
import { endWith, passSignals } from './passSignals.mjs'

ensureInstalled()
ensureBuilt()
const args = process.argv.slice(2)
// `npm start --local-https` without the `--` between: npm keeps the word for itself and would start without HTTPS.
if (process.env.npm_config_local_https === 'true') args.push('--local-https')
const server = spawn(process.execPath, [join(root, 'dist', 'node', 'server.mjs'), ...args], {
  cwd: root,
  stdio: 'inherit',
})
passSignals(server)
endWith(server)
