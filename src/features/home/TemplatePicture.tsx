/** A schematic of what a template puts on the board: arrows, columns, lanes, the line of visibility. */
import type { TemplateChoice } from './templates.logic.ts'
import './TemplatePicture.css'

const PHASES = ['#E5B83C', '#E58A2E', '#3F8F5B', '#2F7FB5']
const LANES: Readonly<Record<TemplateChoice, readonly string[]>> = {
  firstWorkshop: ['#f3d9a5', '#f3c4c4', '#e9a697', '#f1dd86', '#bcd6c0'],
  full: ['#e4ddd0', '#c8dcea', '#f3d9a5', '#f3c4c4', '#e9a697', '#f1dd86', '#cfe0b4', '#bcd6c0'],
  serviceBlueprint: ['#c8dcea', '#f3d9a5', '#bcd6c0', '#d6cbe4'],
  empty: [],
}

function cardsOf(template: TemplateChoice) {
  const lanes = LANES[template]
  const pitch = lanes.length === 0 ? 0 : 52 / lanes.length
  return lanes.flatMap((colour, lane) =>
    [0, 1, 2, 3, 4, 5].flatMap((column) => {
      if ((lane * 5 + column * 3) % 7 > 4) return []
      return [
        {
          key: `${String(lane)}-${String(column)}`,
          x: 8 + column * 18.4,
          y: 33 + lane * pitch,
          h: pitch - 1.8,
          colour,
        },
      ]
    }),
  )
}

export function TemplatePicture({ template }: { readonly template: TemplateChoice }) {
  return (
    <svg className="et-template-picture" viewBox="0 0 124 90" aria-hidden="true">
      {PHASES.map((colour, index) => {
        const x = 7 + index * 28
        const d = `M${String(x)} 7 h22 l5 5.5 l-5 5.5 h-22 l4 -5.5 z`
        return template === 'empty' ? (
          <path key={colour} d={d} className="et-template-picture__ghost" />
        ) : (
          <path key={colour} d={d} fill={colour} />
        )
      })}
      {[0, 1, 2, 3, 4, 5].map((column) => {
        const x = 8 + column * 18.4
        const d = `M${String(x)} 22 h12.4 l3 3.8 l-3 3.8 h-12.4 z`
        return template === 'empty' ? null : <path key={column} d={d} fill="#8fbadb" />
      })}
      {cardsOf(template).map((card) => (
        <rect key={card.key} x={card.x} y={card.y} width="14.6" height={card.h} rx="1" fill={card.colour} />
      ))}
      {template === 'serviceBlueprint' ? (
        <path d="M6 58.2 H118" className="et-template-picture__line" />
      ) : null}
      {template === 'full' ? (
        <path
          d="M12 80 C28 60 38 62 50 74 S74 88 86 66 S106 62 116 58"
          className="et-template-picture__string"
        />
      ) : null}
    </svg>
  )
}
