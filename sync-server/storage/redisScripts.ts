/**
 * The steps that Redis must do as one, in its own language. Per document there is a stream (the log), a number (the last
 * sequence number), a hash (the checkpoint) and a claim (who compacts); per room who holds it. All carry the room in braces,
 * so that a cluster keeps them together.
 */

/**
 * Appends all updates, then tells every node about them in one message: stored before anybody hears of it. Refused while
 * the room is held or closed. Should the number be gone (somebody else tidied up), it goes on behind what there is: a stream
 * never takes a smaller one. Returns the last number.
 */
export const APPEND = `
if redis.call('EXISTS', KEYS[5]) == 1 then return redis.error_reply('HELD this room is being closed or is closed') end
local seq = redis.call('GET', KEYS[2])
if not seq then
  seq = redis.call('HGET', KEYS[3], 'seq') or '0'
  if redis.call('EXISTS', KEYS[1]) == 1 then
    local info = redis.call('XINFO', 'STREAM', KEYS[1])
    for index = 1, #info, 2 do
      if info[index] == 'last-generated-id' then
        seq = math.max(tonumber(seq), tonumber(string.match(info[index + 1], '^%d+')))
      end
    end
  end
end
local first = tonumber(seq) + 1
local lengths, parts = {}, {}
for index = 3, #ARGV do
  redis.call('XADD', KEYS[1], (first + index - 3) .. '-0', 'u', ARGV[index])
  lengths[#lengths + 1] = #ARGV[index]
  parts[#parts + 1] = ARGV[index]
end
local last = first + #lengths - 1
redis.call('SET', KEYS[2], last)
redis.call('PUBLISH', ARGV[1], first .. ' ' .. ARGV[2] .. ' ' .. table.concat(lengths, ',') .. ' ' .. table.concat(parts))
return last
`

/**
 * One node at a time: ARGV[1] names the claim, ARGV[2] is how many milliseconds it may take. A checkpoint is what frees
 * memory, so it must be possible in a Redis that is full: a script that began with what is allowed then may go on.
 */
export const CLAIM = `
if redis.call('EXISTS', KEYS[4]) == 1 then return 0 end
redis.call('DEL', KEYS[4])
redis.call('SET', KEYS[4], ARGV[1], 'PX', ARGV[2])
return 1
`

/**
 * Replaces what a checkpoint covers. Refused when the claim ARGV[3] has run out and is another's by now (a node that
 * slept), when another checkpoint covers more, and when it covers what this Redis never had: numbers that are given anew.
 */
export const CHECKPOINT = `
if redis.call('GET', KEYS[4]) ~= ARGV[3] then return 0 end
redis.call('DEL', KEYS[4])
local covered = tonumber(redis.call('HGET', KEYS[3], 'seq') or '0')
local last = tonumber(redis.call('GET', KEYS[2]) or '0')
if tonumber(ARGV[1]) < covered or tonumber(ARGV[1]) > last then return 0 end
redis.call('HSET', KEYS[3], 'seq', ARGV[1], 'state', ARGV[2], 'summary', ARGV[5])
redis.call('XTRIM', KEYS[1], 'MINID', (tonumber(ARGV[1]) + 1) .. '-0')
redis.call('PUBLISH', ARGV[4], ARGV[1] .. ' checkpoint ')
return 1
`

/** Checkpoint and everything behind it or behind ARGV[1], and the last number, seen at one moment. */
export const LOAD = `
local seq = redis.call('HGET', KEYS[3], 'seq') or '0'
local from = math.max(tonumber(seq), tonumber(ARGV[1]))
local state, summary = false, false
if tonumber(seq) > tonumber(ARGV[1]) then
  state = redis.call('HGET', KEYS[3], 'state')
  summary = redis.call('HGET', KEYS[3], 'summary')
end
local last = redis.call('GET', KEYS[2]) or '0'
return {seq, state, redis.call('XRANGE', KEYS[1], (from + 1) .. '-0', '+'), summary, last}
`

/** Takes a room: from then on nothing is appended to it. KEYS: who holds it. ARGV: token, milliseconds, channel, room. */
export const HOLD = `
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 0 end
redis.call('PUBLISH', ARGV[3], ARGV[4])
return 1
`

/** Closes a room for good, if it is still held. KEYS: who holds it, all rooms, when they were closed. ARGV: token, room, channel. */
export const CLOSE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], 'closed')
redis.call('HSET', KEYS[2], ARGV[2], 'closed')
local now = redis.call('TIME')
redis.call('HSET', KEYS[3], ARGV[2], now[1] .. string.format('%03d', math.floor(now[2] / 1000)))
redis.call('PUBLISH', ARGV[3], ARGV[2])
return 1
`

export const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1
`

/**
 * Shows all rooms of a restore at once, if there are none yet. KEYS: where they are, when they were closed, and the same of
 * those that everybody sees.
 */
export const SHOW_RESTORED = `
if redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
if redis.call('EXISTS', KEYS[2]) == 1 then redis.call('RENAME', KEYS[2], KEYS[4]) end
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('RENAME', KEYS[1], KEYS[3]) end
return 1
`

/** Changes nothing, and fails for every reason for which an edit would fail. */
export const PROBE = `return redis.call('DEL', KEYS[1])`
export const PROBE_KEY = 'etappe:probe'
