/**
 * Scene operations as SVG, in the layout's millimetres: every line where the layout put it, so that the near map, the
 * wall and the poster show the same places. Knows nothing of the editor; previews and overlays use it too.
 */
import { createContext, memo, useContext, useId, type ReactNode } from 'react'
import type { Paint, SceneOp, Segment } from '../../layout/scene.ts'
import { fontWeight } from '../fonts.ts'
import { MissingPicture } from './MissingPicture.tsx'

/** Address of a picture, undefined while it is not on this device. */
export type MediaUrl = (mediaId: string) => string | undefined

export const MediaUrlContext = createContext<MediaUrl>(() => undefined)

interface SceneOpsProps {
  readonly ops: readonly SceneOp[]
}

export const SceneOps = memo(function SceneOps({ ops }: SceneOpsProps) {
  const mediaUrl = useContext(MediaUrlContext)
  const clipId = useId()
  return <>{renderUntilRestore(ops, 0, mediaUrl, clipId).nodes}</>
})

interface Rendered {
  readonly nodes: readonly ReactNode[]
  readonly next: number
}

/** Renders from `start` to the matching `restore` or the end; a clip becomes a group with a clip path. */
function renderUntilRestore(
  ops: readonly SceneOp[],
  start: number,
  mediaUrl: MediaUrl,
  clipId: string,
): Rendered {
  const nodes: ReactNode[] = []
  let index = start
  while (index < ops.length) {
    const op = ops[index]
    if (op === undefined || op.kind === 'restore') break
    if (op.kind === 'clip') {
      const id = `${clipId}-${index}`
      const inner = renderUntilRestore(ops, index + 1, mediaUrl, clipId)
      nodes.push(
        <g key={index} clipPath={`url(#${id})`}>
          <clipPath id={id}>
            <rect x={op.x} y={op.y} width={op.width} height={op.height} />
          </clipPath>
          {inner.nodes}
        </g>,
      )
      index = inner.next
    } else {
      nodes.push(<Op key={index} op={op} mediaUrl={mediaUrl} />)
    }
    index += 1
  }
  return { nodes, next: index }
}

function Op({ op, mediaUrl }: { readonly op: SceneOp; readonly mediaUrl: MediaUrl }) {
  switch (op.kind) {
    case 'rect':
      return <rect x={op.x} y={op.y} width={op.width} height={op.height} rx={op.radius} {...paintProps(op)} />
    case 'path':
      return <path d={pathData(op.segments)} {...paintProps(op)} />
    case 'text':
      return (
        <text
          className="etappe-text"
          x={op.x}
          y={op.baseline}
          fontSize={op.size}
          fontWeight={fontWeight(op.font)}
          fill={op.colour}
        >
          {op.text}
        </text>
      )
    case 'picture':
      return <Picture op={op} url={mediaUrl(op.mediaId)} />
    case 'clip':
    case 'restore':
    case 'link':
    case 'bookmark':
      return null
  }
}

function Picture(props: {
  readonly op: Extract<SceneOp, { kind: 'picture' }>
  readonly url: string | undefined
}) {
  const { op, url } = props
  if (url === undefined) return <MissingPicture place={op} />
  return (
    <image
      href={url}
      x={op.x}
      y={op.y}
      width={op.width}
      height={op.height}
      preserveAspectRatio="xMidYMid slice"
      {...(op.radius === undefined ? {} : { style: { clipPath: `inset(0 round ${op.radius}px)` } })}
    />
  )
}

function paintProps(paint: Paint) {
  return {
    fill: paint.fill ?? 'none',
    stroke: paint.stroke,
    strokeWidth: paint.stroke === undefined ? undefined : (paint.strokeWidth ?? 0.25),
    strokeDasharray: paint.dash?.join(' '),
    strokeLinecap: paint.stroke === undefined ? undefined : ('round' as const),
    strokeLinejoin: paint.stroke === undefined ? undefined : ('round' as const),
  }
}

export function pathData(segments: readonly Segment[]): string {
  return segments.map(([command, ...numbers]) => `${command}${numbers.map(tidy).join(' ')}`).join('')
}

function tidy(value: number): number {
  return Math.round(value * 1000) / 1000
}
