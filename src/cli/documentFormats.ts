/** Formats of `convert` that hold a workshop as a whole, by the ending of the output. */
import { writeJson } from '../exchange/json/writeJson.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'
import { packWorkshopFile } from './packWorkshopFile.ts'

type Write = (loaded: LoadedWorkshop) => Uint8Array | Promise<Uint8Array>

export const DOCUMENT_FORMATS: Readonly<Record<string, Write>> = {
  '.json': ({ workshop }) => new TextEncoder().encode(writeJson(workshop.snapshot())),
  '.etappe': packWorkshopFile,
}
