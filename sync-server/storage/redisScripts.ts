/**
 * The steps that Redis must do as one, in its own language. Per document there is a stream (the log), a number (the last
 * sequence number) and a hash (the checkpoint); all carry the room in braces so that a cluster keeps them together.
 */

/** Appends all updates, then tells every node about each: stored before anybody hears of it. Returns the last number. */
export const APPEND = `
local first = tonumber(redis.call('GET', KEYS[2]) or '0') + 1
for index = 3, #ARGV do
  local seq = first + index - 3
  redis.call('XADD', KEYS[1], seq .. '-0', 'u', ARGV[index])
  redis.call('SET', KEYS[2], seq)
  redis.call('PUBLISH', ARGV[1], seq .. ' ' .. ARGV[2] .. ' ' .. ARGV[index])
end
return first + #ARGV - 3
`

/** Replaces what a checkpoint covers, unless another node's covers more. */
export const CHECKPOINT = `
local covered = tonumber(redis.call('HGET', KEYS[3], 'seq') or '0')
if tonumber(ARGV[1]) < covered then return 0 end
redis.call('HSET', KEYS[3], 'seq', ARGV[1], 'state', ARGV[2])
redis.call('XTRIM', KEYS[1], 'MINID', (tonumber(ARGV[1]) + 1) .. '-0')
return 1
`

/** Checkpoint and everything behind it or behind ARGV[1], seen at one moment. */
export const LOAD = `
local seq = redis.call('HGET', KEYS[3], 'seq') or '0'
local from = math.max(tonumber(seq), tonumber(ARGV[1]))
local state = false
if tonumber(seq) > tonumber(ARGV[1]) then state = redis.call('HGET', KEYS[3], 'state') end
return {seq, state, redis.call('XRANGE', KEYS[1], (from + 1) .. '-0', '+')}
`
