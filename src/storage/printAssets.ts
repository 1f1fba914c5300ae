/**
 * What posters of this device are printed with: the company's logo and colour, and fonts for characters that the shipped
 * ones lack. A database of its own: fonts weigh megabytes and belong to no workshop, and losing them loses no work.
 */
import { Dexie, type Table } from 'dexie'
import type { Disposer } from '../shared/disposer.ts'
import type { Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { StorageFailure } from './storageFailure.ts'

export interface PrintLogo {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}

export interface PrintFont {
  /** The name of the file it came in. */
  readonly name: string
  readonly bytes: ArrayBuffer
}

export interface PrintAssets {
  readonly logo: PrintLogo | null
  readonly colour: string | null
  readonly fonts: readonly PrintFont[]
}

export const NO_PRINT_ASSETS: PrintAssets = { logo: null, colour: null, fonts: [] }

export interface PrintAssetStore {
  readonly read: () => Promise<Result<PrintAssets, StorageFailure>>
  /** Null forgets it. */
  readonly keepLogo: (logo: PrintLogo | null) => Promise<Result<void, StorageFailure>>
  readonly keepColour: (colour: string | null) => Promise<Result<void, StorageFailure>>
  /** All of them, in the order in which they are asked. */
  readonly keepFonts: (fonts: readonly PrintFont[]) => Promise<Result<void, StorageFailure>>
  readonly close: Disposer
}

interface AssetRow {
  readonly key: 'logo' | 'colour' | 'fonts'
  readonly value: unknown
}

export function openPrintAssets(name = 'etappe-print'): PrintAssetStore {
  const database = new Dexie(name) as Dexie & { readonly assets: Table<AssetRow, string> }
  database.version(1).stores({ assets: 'key' })
  const keep = (key: AssetRow['key'], value: unknown) =>
    attempt(async () => {
      await (value === null ? database.assets.delete(key) : database.assets.put({ key, value }))
    })
  return {
    read: () =>
      attempt(async () => {
        const rows = new Map((await database.assets.toArray()).map(({ key, value }) => [key, value]))
        return {
          logo: readLogo(rows.get('logo')),
          colour: readColour(rows.get('colour')),
          fonts: readFonts(rows.get('fonts')),
        }
      }),
    keepLogo: (logo) => keep('logo', logo),
    keepColour: (colour) => keep('colour', colour),
    keepFonts: (fonts) => keep('fonts', fonts.length === 0 ? null : fonts),
    // Whoever asks again opens it again: React mounts panels twice while developing.
    close: () => database.close({ disableAutoOpen: false }),
  }
}

function readLogo(raw: unknown): PrintLogo | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { jpeg, width, height } = raw as Readonly<Record<keyof PrintLogo, unknown>>
  const isSize = (side: unknown): side is number => typeof side === 'number' && side > 0
  return jpeg instanceof Uint8Array && isSize(width) && isSize(height) ? { jpeg, width, height } : null
}

function readColour(raw: unknown): string | null {
  return typeof raw === 'string' && /^#[0-9a-f]{6}$/i.test(raw) ? raw : null
}

function readFonts(raw: unknown): readonly PrintFont[] {
  if (!Array.isArray(raw)) return []
  return raw.flatMap((font: unknown): PrintFont[] => {
    if (typeof font !== 'object' || font === null) return []
    const { name, bytes } = font as Readonly<Record<keyof PrintFont, unknown>>
    return typeof name === 'string' && bytes instanceof ArrayBuffer ? [{ name, bytes }] : []
  })
}
