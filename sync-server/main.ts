/**
 * The relay's command: the only place that reads the environment, prints for people and ends the process. Everything else
 * is `createSyncServer`.
 */
import { fileURLToPath } from 'node:url'
import { systemClock } from '../src/shared/clock.ts'
import { announcement } from './announce.ts'
import { readConfig } from './config.ts'
import { createSyncServer, type SyncServer } from './createSyncServer.ts'
import { createLineLogger } from './lineLogger.ts'
import { readArguments, USAGE } from './readArguments.ts'

/** How long a shutdown may take before it is cut short; a second signal cuts it short at once. */
const SHUTDOWN_MS = 15_000
const SAME_SIGNAL_MS = 2_000

async function main(): Promise<void> {
  // A log that cannot be written (its disk is full, its reader is gone) must not end what people work with.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const asked = readArguments(process.argv.slice(2))
  if (!asked.ok) return giveUp([asked.error])
  if (asked.value.do === 'help') return say(USAGE)
  const config = readConfig(process.env, fileURLToPath(new URL('../app', import.meta.url)))
  if (!config.ok) return giveUp(config.error)
  if (asked.value.do === 'backup') {
    const { runBackup } = await import('./backup/runBackup.ts')
    const done = await runBackup(asked.value.args, config.value, systemClock)
    return done.ok ? say(done.value) : giveUp([done.error])
  }
  const logger = createLineLogger((line) => process.stdout.write(line), systemClock)
  const { localHttps } = asked.value
  if (localHttps && config.value.tls !== null)
    return giveUp(['--local-https makes its own certificate: unset ETAPPE_TLS_CERT and ETAPPE_TLS_KEY.'])
  const server = await createSyncServer({ config: { ...config.value, localHttps }, logger })
  if (!server.ok) return giveUp([server.error.message])
  const { port, protocol, trustPort, formerAddresses } = server.value
  const { host, dataDir } = config.value
  const showQr = process.stdout.isTTY && asked.value.showQr
  say(announcement({ protocol, port, host, dataDir, showQr, trustPort, formerAddresses }))
  stopOnSignals(server.value)
}

/** One Ctrl+C reaches this process several times: from the terminal and from every parent that passes it on. */
function stopOnSignals(server: SyncServer): void {
  let stoppingSince: number | null = null
  const stop = (): void => {
    const now = performance.now()
    if (stoppingSince !== null && now - stoppingSince > SAME_SIGNAL_MS)
      giveUp(['Stopped at once, as asked twice.'])
    if (stoppingSince !== null) return
    stoppingSince = now
    setTimeout(
      () => giveUp(['Shutting down took too long; what was acknowledged is on the disk.']),
      SHUTDOWN_MS,
    ).unref()
    server.close().then(
      // Sockets that are still saying goodbye would hold the process up; all that matters is on the disk.
      () => process.exit(0),
      (cause: unknown) => giveUp([`Shutting down failed: ${String(cause)}`]),
    )
  }
  // The last one comes when the terminal window is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
}

/** For the person at the terminal; the lines of the log are for machines. */
function say(text: string): void {
  console.log(text)
}

/** Ends what was begun at once: an open server or a log that hangs would keep the process for ever. */
function giveUp(messages: readonly string[]): void {
  for (const message of messages) console.error(`Etappe: ${message}`)
  process.exit(1)
}

await main()
