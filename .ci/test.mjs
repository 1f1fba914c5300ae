/** `npm test`: everything that must hold, from an empty clone to the browser tests. */
import { prepare, staticGates, testGates } from './gates.mjs'

prepare()
staticGates()
testGates()
