/**
 * The relay's settings, read from an environment that is handed in. Every mistake is named with its variable, its value
 * and what it may be; a relay never starts on half-understood settings.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { err, ok, type Result } from '../src/shared/result.ts'
import { checkNetworks } from './clientAddress.ts'
import type { TlsFiles } from './tls.ts'

export interface RelayConfig {
  readonly port: number
  /** Null: every address of this machine. */
  readonly host: string | null
  readonly dataDir: string
  /** Rooms in Redis instead of the data folder, for several relays; null: in the data folder. */
  readonly redisUrl?: string | null
  /** Pictures in a folder that several machines share; null: in the data folder. */
  readonly blobDir?: string | null
  /** The built app. */
  readonly appDir: string
  readonly tls: TlsFiles | null
  /** HTTPS with a certificate authority of this laptop's own. */
  readonly localHttps?: boolean
  /** Proxies whose word about a client's address is believed. */
  readonly trustedProxies?: readonly string[]
  /** Names under which this relay may be asked; null: under any. */
  readonly hosts?: readonly string[] | null
  /** How long documents and pictures of closed rooms are kept. */
  readonly keepClosedDays?: number
  /** Who shows it may read the metrics from elsewhere; null: only this machine may. */
  readonly metricsToken?: string | null
  /** Other origins whose pages may connect. */
  readonly origins: readonly string[]
  /** Null: whoever makes a moderator secret may create a room. */
  readonly creationToken: string | null
}

export type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_PORT = 4321
/** The relay may be started by the benchmarks and the chaos run, which have settings of their own. */
const OF_OTHER_TOOLS = /^ETAPPE_(BENCH|CHAOS|FUZZ)_|^ETAPPE_LOOK$/
/** What Kubernetes tells every container about a service with such a name; its port is an address, ours a number. */
const OF_A_CLUSTER = /_SERVICE_(HOST|PORT(_\w+)?)$|_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/
const CLUSTER_ADDRESS = /^(tcp|udp|sctp):\/\//
/** A workshop that was closed by mistake is missed at the next one, not within a week. */
export const KEEP_CLOSED_DAYS = 90

export function readConfig(env: Environment, defaultAppDir: string): Result<RelayConfig, readonly string[]> {
  const problems: string[] = []
  const known = new Set<string>()
  const value = (name: string): string | null => {
    known.add(name)
    const text = env[name]?.trim()
    return text === undefined || text === '' ? null : text
  }
  const config: RelayConfig = {
    port: readPort(value('PORT'), problems),
    host: value('HOST'),
    dataDir: resolve(value('ETAPPE_DATA') ?? 'data'),
    redisUrl: readRedis(value('ETAPPE_REDIS_URL'), problems),
    blobDir: folderOrNull(value('ETAPPE_BLOBS')),
    appDir: readApp(value('ETAPPE_APP'), problems) ?? resolve(defaultAppDir),
    tls: readTls(value('ETAPPE_TLS_CERT'), value('ETAPPE_TLS_KEY'), problems),
    origins: readOrigins(value('ETAPPE_ORIGINS'), problems),
    trustedProxies: readNetworks(value('ETAPPE_TRUSTED_PROXIES'), problems),
    hosts: readHosts(value('ETAPPE_HOSTS'), problems),
    keepClosedDays: readDays(value('ETAPPE_KEEP_CLOSED_DAYS'), problems),
    metricsToken: readMetricsToken(value('ETAPPE_METRICS_TOKEN'), problems),
    creationToken: readCreation(value('ETAPPE_CREATE'), value('ETAPPE_CREATE_TOKEN'), problems),
  }
  problems.push(...unknownSettings(env, known))
  return problems.length === 0 ? ok(config) : err(problems)
}

/** A mistyped name would leave open to everybody what was meant to be closed. */
function unknownSettings(env: Environment, known: ReadonlySet<string>): string[] {
  const isOfACluster = (name: string) => OF_A_CLUSTER.test(name) || CLUSTER_ADDRESS.test(env[name] ?? '')
  const isOurs = (name: string) =>
    name.startsWith('ETAPPE_') && !OF_OTHER_TOOLS.test(name) && !isOfACluster(name)
  const unknown = Object.keys(env).filter((name) => isOurs(name) && !known.has(name))
  return unknown.map((name) => `${name} is no setting of the relay. The README lists those that are.`)
}

function folderOrNull(path: string | null): string | null {
  return path === null ? null : resolve(path)
}

function readApp(path: string | null, problems: string[]): string | null {
  if (path === null) return null
  if (!existsSync(join(path, 'index.html')))
    problems.push(`ETAPPE_APP (${path}) holds no built app: there is no index.html in it.`)
  return resolve(path)
}

function readPort(text: string | null, problems: string[]): number {
  if (text === null) return DEFAULT_PORT
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535) problems.push(`PORT is "${text}", but must be a number from 0 to 65535.`)
  return port
}

function readDays(text: string | null, problems: string[]): number {
  if (text === null) return KEEP_CLOSED_DAYS
  const days = /^\d{1,4}$/.test(text) ? Number(text) : -1
  if (days < 0 || days > 3650)
    problems.push(`ETAPPE_KEEP_CLOSED_DAYS is "${text}", but must be a whole number of days from 0 to 3650.`)
  return days
}

function readTls(cert: string | null, key: string | null, problems: string[]): TlsFiles | null {
  if (cert !== null && key !== null) return { cert, key }
  if (cert !== null)
    problems.push('ETAPPE_TLS_CERT is set, but ETAPPE_TLS_KEY is not: HTTPS needs both files.')
  if (key !== null)
    problems.push('ETAPPE_TLS_KEY is set, but ETAPPE_TLS_CERT is not: HTTPS needs both files.')
  return null
}

function readOrigins(text: string | null, problems: string[]): readonly string[] {
  const origins = listed(text)
  for (const origin of origins) {
    const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin
    if (!isOrigin)
      problems.push(`ETAPPE_ORIGINS has "${origin}", which is no origin such as https://workshop.example.`)
  }
  return origins
}

function readMetricsToken(token: string | null, problems: string[]): string | null {
  if (token !== null && !/^[!-~]{16,200}$/.test(token))
    problems.push('ETAPPE_METRICS_TOKEN must be 16 to 200 visible characters without spaces.')
  return token
}

/** Not repeated in the message: it may carry a password. */
function readRedis(url: string | null, problems: string[]): string | null {
  if (url !== null && !/^rediss?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    problems.push('ETAPPE_REDIS_URL must be an address such as redis://localhost:6379.')
  return url
}

function readNetworks(text: string | null, problems: string[]): readonly string[] {
  const checked = checkNetworks(listed(text))
  if (checked.ok) return checked.value
  problems.push(
    `ETAPPE_TRUSTED_PROXIES has "${checked.error}", which is no address or network such as 10.0.0.0/8.`,
  )
  return []
}

function readHosts(text: string | null, problems: string[]): readonly string[] | null {
  const hosts = listed(text).map((host) => host.toLowerCase())
  for (const host of hosts) {
    if (!URL.canParse(`http://${host}`) || new URL(`http://${host}`).hostname !== host)
      problems.push(`ETAPPE_HOSTS has "${host}", which is no host name such as workshop.example.`)
  }
  return hosts.length === 0 ? null : hosts
}

function listed(text: string | null): string[] {
  return (text ?? '').split(/[\s,]+/).filter((entry) => entry !== '')
}

/** The token travels as a sub-protocol name, where only these characters may stand. */
function readCreation(mode: string | null, token: string | null, problems: string[]): string | null {
  if (mode === null || mode === 'open') {
    if (token !== null) problems.push('ETAPPE_CREATE_TOKEN is set, but ETAPPE_CREATE is not "token".')
    return null
  }
  if (mode !== 'token') problems.push(`ETAPPE_CREATE is "${mode}", but must be "open" or "token".`)
  else if (token === null || !/^[A-Za-z0-9_-]{16,200}$/.test(token)) {
    problems.push('ETAPPE_CREATE=token needs ETAPPE_CREATE_TOKEN: 16 to 200 letters, digits, "-" or "_".')
  }
  return token
}
