/**
 * Loaded into every measured server: tells its own processor time and memory when it is asked, and from the first question
 * for stalls on the longest time in which its event loop took no turn. A stall of its own making has worked all that time,
 * one of a busy machine has not.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

const LOOK_MS = 20
const stalls = { longestMs: 0, longestWorkedMs: 0 }
let timer

function cpuMillis() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function watchStalls() {
  let [lastAt, lastCpu] = [performance.now(), cpuMillis()]
  return setInterval(() => {
    const [at, cpu] = [performance.now(), cpuMillis()]
    const [waited, worked] = [at - lastAt - LOOK_MS, cpu - lastCpu]
    stalls.longestMs = Math.max(stalls.longestMs, waited)
    stalls.longestWorkedMs = Math.max(stalls.longestWorkedMs, Math.min(waited, worked))
    lastAt = at
    lastCpu = cpu
  }, LOOK_MS).unref()
}

process.on('message', (ask) => {
  if (ask === 'stalls') timer ??= watchStalls()
  if (ask === 'memory-collected') for (let time = 0; time < 3; time += 1) collect()
  const { user, system } = process.cpuUsage()
  process.send({ cpuMicros: user + system, ...stalls, ...process.memoryUsage() })
})
process.channel.unref()
