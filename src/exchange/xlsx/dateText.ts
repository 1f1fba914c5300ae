/** A day as spreadsheets count it (days since 1899-12-30, their 29 February 1900 included) as the tables write it. */
import { DAY_MS } from '../../shared/clock.ts'

const EPOCH = Date.UTC(1899, 11, 30)
const LAST_DAY = 2_958_465

export function dateText(serial: number): string {
  if (serial < 1 || serial > LAST_DAY) return String(serial)
  const time = new Date(EPOCH + Math.round(serial * DAY_MS)).toISOString()
  return serial % 1 === 0 ? time.slice(0, 10) : time.slice(0, 19)
}
