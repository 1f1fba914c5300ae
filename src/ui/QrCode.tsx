/** A link as a QR code: one path of dark modules on white, whatever the theme, because scanners want that. */
import { encodeQR } from 'qr'
import { useMemo } from 'react'
import { qrPath } from './qrPath.ts'
import './QrCode.css'

export interface QrCodeProps {
  readonly text: string
  /** What the code leads to, for people who cannot see it. */
  readonly label: string
}

const QUIET = 3

export function QrCode({ text, label }: QrCodeProps) {
  const { path, size } = useMemo(() => {
    const modules = encodeQR(text, 'raw', { border: 0, ecc: 'medium' })
    return { path: qrPath(modules), size: modules.length }
  }, [text])
  const side = size + 2 * QUIET
  return (
    <svg
      className="et-qr"
      viewBox={`${String(-QUIET)} ${String(-QUIET)} ${String(side)} ${String(side)}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
