/**
 * The little XML that a workbook needs: elements, attributes, text, the five entities of XML and numbered ones. Whatever
 * declares a document type is refused before anything in it is looked at: there are the bombs and the foreign files.
 */
export class XmlFault extends Error {
  readonly kind: 'entity' | 'damaged'

  constructor(kind: 'entity' | 'damaged', detail: string) {
    super(detail)
    this.name = 'XmlFault'
    this.kind = kind
  }
}

export interface XmlHandler {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const DEEPEST = 64

/** Names come without their namespace prefix. */
export function readXml(xml: string, handler: XmlHandler): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new XmlFault('entity', 'DOCTYPE')
  const open: string[] = []
  let at = 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const end = next < 0 ? xml.length : next
    if (end > at && open.length > 0) handler.text(decode(xml.slice(at, end)))
    if (next < 0) break
    at = readMarkup(xml, next, open, handler)
  }
  if (open.length > 0) throw new XmlFault('damaged', `<${open.at(-1) ?? ''}>`)
}

function readMarkup(xml: string, at: number, open: string[], handler: XmlHandler): number {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at)
  if (xml.startsWith('<?', at)) return after(xml, '?>', at)
  if (xml.startsWith('<![CDATA[', at)) {
    const end = after(xml, ']]>', at)
    handler.text(xml.slice(at + 9, end - 3))
    return end
  }
  const end = tagEnd(xml, at)
  const tag = xml.slice(at + 1, end - 1)
  if (tag.startsWith('/')) {
    const name = localName(tag.slice(1).trim())
    if (open.pop() !== name) throw new XmlFault('damaged', `</${name}>`)
    handler.close(name)
    return end
  }
  const isEmpty = tag.endsWith('/')
  const [, full = ''] = /^([^\s/>]+)/.exec(tag) ?? []
  const name = localName(full)
  if (name === '' || open.length >= DEEPEST) throw new XmlFault('damaged', `<${name}>`)
  handler.open(name, attributesOf(isEmpty ? tag.slice(full.length, -1) : tag.slice(full.length)))
  if (isEmpty) handler.close(name)
  else open.push(name)
  return end
}

/** Behind the `>` that ends a tag; one inside quotes does not. */
function tagEnd(xml: string, at: number): number {
  for (let index = at; index < xml.length; index += 1) {
    const character = xml[index]
    if (character === '>') return index + 1
    if (character === '"' || character === "'") {
      const close = xml.indexOf(character, index + 1)
      if (close < 0) break
      index = close
    }
  }
  throw new XmlFault('damaged', 'tag')
}

function after(xml: string, mark: string, at: number): number {
  const end = xml.indexOf(mark, at)
  if (end < 0) throw new XmlFault('damaged', mark)
  return end + mark.length
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(name, decode(double ?? single ?? ''))
  }
  return attributes
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&\s]{1,12});?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name)
    if (number !== null) {
      const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
      if (code <= 0x10ffff) return String.fromCodePoint(code)
    }
    const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined
    if (known === undefined) throw new XmlFault('entity', whole)
    return known
  })
}
