/** Opens the port, or says in words why it cannot be opened and what to do about it. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { err, ok, type Result } from '../src/shared/result.ts'
import type { RelayConfig } from './config.ts'

export interface ListenError {
  readonly code: 'port-in-use' | 'port-forbidden' | 'no-such-host'
  readonly message: string
}

export function listen(
  server: Server,
  config: Pick<RelayConfig, 'port' | 'host'>,
): Promise<Result<number, ListenError>> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const known = explainListenError(cause, config)
      if (known === null) reject(cause)
      else resolve(err(known))
    })
    server.listen({ port: config.port, ...(config.host === null ? {} : { host: config.host }) }, () => {
      resolve(ok((server.address() as AddressInfo).port))
    })
  })
}

function explainListenError(
  cause: NodeJS.ErrnoException,
  config: Pick<RelayConfig, 'port' | 'host'>,
): ListenError | null {
  const { port, host } = config
  switch (cause.code) {
    case 'EADDRINUSE': {
      const message = `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
      return { code: 'port-in-use', message }
    }
    case 'EACCES':
      return {
        code: 'port-forbidden',
        message: `This user may not open port ${port}. Choose one above 1023 with PORT.`,
      }
    case 'EADDRNOTAVAIL':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'ENOTFOUND':
      return {
        code: 'no-such-host',
        message: `HOST is "${host}", which is no address of this machine. Leave HOST empty for all.`,
      }
    case undefined:
    default:
      return null
  }
}
