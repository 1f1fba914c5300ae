/**
 * Keeps what the map does not use of tldraw out of the build. The map stands on `@tldraw/editor` alone (camera, store,
 * input, state chart, the mark); its tools, shapes and panels are its own, so tldraw's interface with its fonts, icons,
 * translations and rich-text editor is never imported. What is left shrinks once its modules may be dropped when unused.
 */
import type { Plugin } from 'vite'

const droppable = /[\\/]node_modules[\\/](@tldraw|tldraw|@tiptap|prosemirror-[a-z]+|radix-ui|@radix-ui)[\\/]/

export const leanTldraw: Plugin = {
  name: 'etappe-lean-tldraw',
  apply: 'build',
  config: () => ({
    build: {
      rollupOptions: {
        treeshake: { moduleSideEffects: (id: string) => id.endsWith('.css') || !droppable.test(id) },
      },
    },
  }),
}
