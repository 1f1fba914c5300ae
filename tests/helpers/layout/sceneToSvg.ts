/** A scene as SVG with the shipped fonts: only for looking at it in a browser while working on the layout. */
import type { Scene, SceneOp, Segment } from '../../../src/layout/scene.ts'

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

function pathOf(segments: readonly Segment[]): string {
  return segments.map(([letter, ...values]) => letter + values.map(number).join(' ')).join('')
}

function paintOf(op: {
  fill?: string
  stroke?: string
  strokeWidth?: number
  dash?: readonly [number, number]
}): string {
  const stroke = op.stroke
    ? ` stroke="${op.stroke}" stroke-width="${number(op.strokeWidth ?? 0.25)}"${op.dash ? ` stroke-dasharray="${op.dash.map(number).join(' ')}"` : ''}`
    : ''
  return `fill="${op.fill ?? 'none'}"${stroke}`
}

function rectOf(op: { x: number; y: number; width: number; height: number; radius?: number }): string {
  const radius = op.radius ? ` rx="${number(op.radius)}"` : ''
  return `x="${number(op.x)}" y="${number(op.y)}" width="${number(op.width)}" height="${number(op.height)}"${radius}`
}

function svgOf(op: SceneOp, clip: () => string): string {
  switch (op.kind) {
    case 'rect':
      return `<rect ${rectOf(op)} ${paintOf(op)}/>`
    case 'path':
      return `<path d="${pathOf(op.segments)}" ${paintOf(op)}/>`
    case 'text':
      return `<text x="${number(op.x)}" y="${number(op.baseline)}" font-size="${number(op.size)}" font-weight="${op.font === 'bold' ? 700 : 400}" fill="${op.colour}" xml:space="preserve">${escape(op.text)}</text>`
    case 'picture':
      return `<rect ${rectOf(op)} fill="#ccbfae"/>`
    case 'clip': {
      const id = clip()
      return `<clipPath id="${id}"><rect ${rectOf(op)}/></clipPath><g clip-path="url(#${id})">`
    }
    case 'restore':
      return '</g>'
    default:
      return ''
  }
}

export function sceneToSvg(scene: Scene): string {
  let clips = 0
  const body = scene.ops.map((op) => svgOf(op, () => `clip${clips++}`)).join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number(scene.width)} ${number(scene.height)}" class="etappe-text">${body}</svg>`
}
