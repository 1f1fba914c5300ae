/** Text of people as Markdown that shows it and nothing else: no headings, links, tables or tags of theirs come to life. */
const MEANING = /[\\`*_[\]<|~]|&(?=#?\w+;)/g

/** On one line. */
export function inline(text: string): string {
  return escape(text.replace(/\s+/g, ' ').trim())
}

/** On as many lines as it has; further lines begin with `indent`. */
export function block(text: string, indent = '  '): string {
  return text
    .trim()
    .split(/\r\n|\n|\r/)
    .map((line) => escape(line))
    .join(`  \n${indent}`)
}

/** Also what only means something at the beginning of a line. */
function escape(text: string): string {
  return text
    .replace(MEANING, '\\$&')
    .replace(/^(\s*)([-+=#>:]|\d+[.)])/, (_, space: string, mark: string) => {
      const last = mark.slice(-1)
      return `${space}${mark.slice(0, -1)}\\${last}`
    })
}

export function heading(level: 1 | 2 | 3, text: string): string {
  return `\n${'#'.repeat(level)} ${inline(text)}\n`
}

export function item(text: string): string {
  return `- ${text}`
}
