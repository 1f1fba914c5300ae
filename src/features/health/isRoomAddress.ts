/** Whether a relay's host is a number that a router gave out, and may give to another machine tomorrow. */

/** `host` with or without a port: `192.168.1.20:4321`, `[fe80::1]:4321`. Loopback addresses never move. */
export function isRoomAddress(host: string): boolean {
  if (host.startsWith('[')) return !host.startsWith('[::1]')
  return /^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/.test(host) && !host.startsWith('127.')
}
