/**
 * Ends a child as this process is ended, and this process as the child ends. npm answers a signal by ending itself and the
 * shell between, and passes it to nobody behind that: whoever stops `npm start` by its process id would leave a relay
 * behind that holds the port.
 */
const LOOK_MS = 500
/** As it is now: a build in between takes a while, and npm may be gone when it is done. */
const parent = process.ppid

/** Those by which people and supervisors ask for the end. */
const ASKED = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Killed by anything else, such as a machine without memory, is a failure: a supervisor starts it again. */
export function endWith(child) {
  child.on('exit', (code, signal) => {
    const isKilled = signal !== null && !ASKED.includes(signal)
    if (isKilled)
      console.error(`Etappe was ended from outside (${signal}). What was acknowledged is on the disk.`)
    process.exit(isKilled ? 1 : (code ?? 0))
  })
}

export function passSignals(child) {
  for (const signal of ASKED) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event === undefined) return
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    child.kill('SIGTERM')
  }, LOOK_MS)
  look.unref()
}
