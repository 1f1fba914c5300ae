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

/** The empty border that scanners need, in modules. */
const QUIET = 4

export function QrCode({ text, label }: QrCodeProps) {
  const { path, size } = useMemo(() => {
    const modules = encodeQR(text, 'raw', { border: QUIET, ecc: 'medium' })
    return { path: qrPath(modules), size: modules.length }
  }, [text])
  return (
    <svg
      className="et-qr"
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
