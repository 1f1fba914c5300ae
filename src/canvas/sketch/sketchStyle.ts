/** What a new stroke looks like until there is a palette: ink that stands out on every lane, on paper too. */
import { SKETCH_INK } from '../../layout/placeSketches.ts'

export const SKETCH_COLOUR = SKETCH_INK

/** Millimetres. */
export const SKETCH_WIDTH = 0.7
