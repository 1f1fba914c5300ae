/**
 * Ends a child as this process is ended. npm answers a signal by ending itself and the shell between, and passes it to
 * nobody behind that: whoever stops `npm start` by its process id would leave a relay behind that holds the port.
 */
const LOOK_MS = 500
/** As it is now: a build in between takes a while, and npm may be gone when it is done. */
const parent = process.ppid

export function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event === undefined) return
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    child.kill('SIGTERM')
  }, LOOK_MS)
  look.unref()
}
