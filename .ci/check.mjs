/** `npm run check`: the name the style guide uses for the same gates as `npm test`. */
import { prepare, staticGates, testGates } from './gates.mjs'

prepare()
staticGates()
testGates()
