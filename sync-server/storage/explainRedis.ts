/** Why a start with Redis failed, in words that say what to do. Never repeats the address: it may carry a password. */
export function explainRedis(cause: unknown): string {
  const why = cause instanceof Error ? cause.message : String(cause)
  if (/^NOAUTH|^NOPERM/.test(why))
    return 'Redis asks for a password that ETAPPE_REDIS_URL lacks, or its user may not do this. Write it as redis://user:password@host:port.'
  if (/^WRONGPASS|invalid password|AUTH .*without any password/i.test(why))
    return 'Redis refuses the user or password in ETAPPE_REDIS_URL. Correct them; special characters are written as %XX there.'
  if (/(^|-)READONLY /.test(why))
    return 'The Redis in ETAPPE_REDIS_URL is a replica and takes no edits. Write the address of its primary there.'
  return `Redis (ETAPPE_REDIS_URL) cannot be used: ${why}. Start it, or unset this.`
}
