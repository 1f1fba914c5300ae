/** `npm run build`: everything into dist/, only if a source changed. */
import { ensureBuilt, ensureInstalled } from './ensure.mjs'

ensureInstalled()
ensureBuilt()
