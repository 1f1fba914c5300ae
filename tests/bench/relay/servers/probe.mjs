/** Loaded into every measured server: tells its own processor time and memory when it is asked. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('message', (ask) => {
  if (ask === 'memory-collected') for (let time = 0; time < 3; time += 1) collect()
  const { user, system } = process.cpuUsage()
  process.send({ cpuMicros: user + system, ...process.memoryUsage() })
})
process.channel.unref()
