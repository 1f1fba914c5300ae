/**
 * Sizes and times both sides must agree on: the client keeps below them, the relay closes with a named code above them
 * and never drops an update that was allowed.
 */

/** One Update message. Media are not in the document, a gesture is some hundred bytes, an import goes in batches. */
export const MAX_UPDATE_BYTES = 1024 * 1024
/** One step 2 message (an afternoon offline); a client with more sends several, each a valid update of its own. */
export const MAX_STEP_2_BYTES = 16 * 1024 * 1024
/** More than all clients that may have written in one document take. */
export const MAX_STATE_VECTOR_BYTES = 128 * 1024
export const MAX_AWARENESS_BYTES = 16 * 1024
/** The relay sends at least an empty awareness message this often: stock clients give up after 30 s of silence. */
export const HEARTBEAT_MS = 10_000
/** Sustained messages a second of one connection, and how many may come at once after a quiet time. */
export const MESSAGES_PER_SECOND = 500
export const MESSAGE_BURST = 5_000
