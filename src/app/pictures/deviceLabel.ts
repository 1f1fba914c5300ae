/** What this device is called for others who miss a picture: whose it is, and what kind of device. */
export interface DeviceSigns {
  readonly userAgent: string
  readonly maxTouchPoints: number
}

const KINDS = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
] as const

function ownSigns(): DeviceSigns {
  return typeof navigator === 'undefined' ? { userAgent: '', maxTouchPoints: 0 } : navigator
}

export function deviceLabel(person: string, { userAgent, maxTouchPoints }: DeviceSigns = ownSigns()): string {
  const kind = KINDS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? ''
  // An iPad says that it is a Mac, but no Mac has a touch screen.
  const device = kind === 'Mac' && maxTouchPoints > 1 ? 'iPad' : kind
  return [person, device].filter((part) => part !== '').join(' · ')
}
