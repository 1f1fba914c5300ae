/**
 * The peer of the canvas benchmark: the same texts as sticky notes in a stock `<Tldraw>`, kept in its own IndexedDB
 * store. `#fill=<n>` creates them, a plain visit loads them; `data-ready` appears when every note is mounted.
 */
import { createRoot } from 'react-dom/client'
import { createShapeId, toRichText, Tldraw } from 'tldraw'
import type { Editor } from 'tldraw'
import 'tldraw/tldraw.css'

const COLUMNS = 40

function fill(editor: Editor, texts: readonly string[]): void {
  editor.createShapes(
    texts.map((text, index) => ({
      id: createShapeId(`note-${index}`),
      type: 'note' as const,
      x: (index % COLUMNS) * 230,
      y: Math.floor(index / COLUMNS) * 230,
      props: { richText: toRichText(text), size: 's' as const },
    })),
  )
}

function whenMounted(expected: number, done: () => void): void {
  const look = () => {
    if (document.querySelectorAll('.tl-shape').length >= expected) done()
    else requestAnimationFrame(look)
  }
  look()
}

function Peer() {
  const onMount = (editor: Editor) => {
    Object.assign(globalThis, { peer: editor, fillPeer: (texts: readonly string[]) => fill(editor, texts) })
    const expected = Number(new URLSearchParams(location.hash.slice(1)).get('expect') ?? 0)
    editor.zoomToFit({ immediate: true })
    whenMounted(expected, () => document.body.setAttribute('data-ready', String(performance.now())))
  }
  return (
    <div style={{ position: 'fixed', inset: 0 }}>
      <Tldraw persistenceKey="peer" onMount={onMount} />
    </div>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(<Peer />)
