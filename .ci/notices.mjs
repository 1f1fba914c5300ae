/**
 * Writes THIRD-PARTY-NOTICES.md from what is installed: every package that the app, the relay or the command line
 * ships, with its version and licence text. Packages of tldraw carry only a link to their licence, so its text is kept
 * verbatim in .ci/licences. With --check it only compares, and says what to do when the file is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, root } from './ensure.mjs'

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const fontPackages = ['@expo-google-fonts/source-sans-3', '@expo-google-fonts/noto-emoji', 'dejavu-fonts-ttf']
const shipped = Object.entries(lock.packages)
  .filter(
    ([path, entry]) =>
      path !== '' &&
      !entry.optional &&
      (!entry.dev || fontPackages.some((name) => path === `node_modules/${name}`)),
  )
  .map(([path, entry]) => ({ path, name: path.split('node_modules/').pop(), version: entry.version }))
  .filter(({ path }) => existsSync(join(root, path)))
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))

function licenceText(path, name) {
  if (name === 'tldraw' || name.startsWith('@tldraw/'))
    return 'The tldraw license, in full at the top of this file.'
  const file = readdirSync(join(root, path)).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  return file
    ? readFileSync(join(root, path, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim()
    : 'No licence file is shipped with the package.'
}

const byText = new Map()
for (const { path, name, version } of shipped) {
  const { license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
  const text = licenceText(path, name)
  const line = `- ${name} ${version}, ${typeof license === 'string' ? license : (license?.type ?? 'see text')}`
  byText.set(text, [...(byText.get(text) ?? []), line])
}

const tldraw = readFileSync(join(root, '.ci', 'licences', 'tldraw-3.md'), 'utf8').trim()
const blocks = [...byText].map(
  ([text, names]) =>
    `${[...new Set(names)].join('\n')}\n\n${text.replace(/^/gm, '    ').replaceAll(/[ \t]+$/gm, '')}`,
)
const content = `# Third-party notices

Etappe is built with the work of others. This file is made by \`node .ci/notices.mjs\`; do not edit it by hand.

The canvas is tldraw 3. Its licence asks that the "made with tldraw" mark stays visible and unaltered, and that this
text goes with every copy:

---

${tldraw}

---

${blocks.join('\n\n---\n\n')}
`

const file = join(root, 'THIRD-PARTY-NOTICES.md')
if (!process.argv.includes('--check')) writeFileSync(file, content)
else if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
  fail('THIRD-PARTY-NOTICES.md does not match what is installed. Run: node .ci/notices.mjs')
}
