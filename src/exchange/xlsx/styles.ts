/** The few looks of our sheets: each is asked for by what it says and numbered when it is first used. */
export interface Style {
  readonly bold?: boolean
  readonly fill?: string
  readonly colour?: string
  readonly size?: number
  readonly wrap?: boolean
  readonly middle?: boolean
  /** Shown with the apostrophe of spreadsheets: whatever it begins with, it is a text. */
  readonly quoted?: boolean
  readonly text?: boolean
}

export class Styles {
  private readonly known = new Map<string, number>()
  private readonly fonts: string[] = [font({})]
  private readonly fills: string[] = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]
  private readonly formats: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']

  of(style: Style): number {
    const key = JSON.stringify(Object.entries(style).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    const found = this.known.get(key)
    if (found !== undefined) return found
    const fontId = place(this.fonts, font(style))
    const fillId = style.fill === undefined ? 0 : place(this.fills, fill(style.fill))
    const alignment = `<alignment vertical="${style.middle === true ? 'center' : 'top'}"${
      style.middle === true ? ' horizontal="center"' : ''
    }${style.wrap === true ? ' wrapText="1"' : ''}/>`
    const format = style.text === true ? 49 : 0
    const border = style.fill === undefined ? 0 : 1
    this.formats.push(
      `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"${
        style.quoted === true ? ' quotePrefix="1"' : ''
      }>${alignment}</xf>`,
    )
    this.known.set(key, this.formats.length - 1)
    return this.formats.length - 1
  }

  xml(): string {
    const edge = (side: string) => `<${side} style="thin"><color rgb="FFFFFFFF"/></${side}>`
    const border = `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      counted('fonts', this.fonts),
      counted('fills', this.fills),
      counted('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>', border]),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      counted('cellXfs', this.formats),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('')
  }
}

function font({ bold = false, colour = '#1f1f1f', size = 11 }: Style): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${argb(colour)}"/><name val="Calibri"/><family val="2"/></font>`
}

function fill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(colour)}"/></patternFill></fill>`
}

function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`
}

function place(list: string[], item: string): number {
  const found = list.indexOf(item)
  return found < 0 ? list.push(item) - 1 : found
}

function counted(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`
}
