/** A page's script and its workers, bundled as the app is bundled, by the path under which the page asks for them. */
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

export type PageFiles = ReadonlyMap<string, string | Uint8Array>

/** The script itself is `/page.js`. */
export async function bundlePage(script: URL): Promise<PageFiles> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    worker: { format: 'es' },
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: fileURLToPath(script), output: { entryFileNames: 'page.js' } },
    },
  })) as Rolldown.RolldownOutput
  return new Map(
    output.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
}
