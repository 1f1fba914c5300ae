/**
 * One configuration for the three builds (app, relay, command line) and all tests. Node 20 cannot run TypeScript,
 * so relay and command line are bundled too: `vite build`, `vite build --mode server`, `vite build --mode cli`.
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

function nodeBundle(entry: string, name: string) {
  return defineConfig({
    publicDir: false,
    build: {
      ssr: entry,
      outDir: 'dist/node',
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, chunkFileNames: `${name}-[hash].mjs` } },
    },
  })
}

const app = defineConfig({
  plugins: [react()],
  build: { outDir: 'dist/app', target: 'es2022', chunkSizeWarningLimit: 2000 },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [
            'tests/convergence/**',
            'tests/sync-server/**',
            'tests/contracts/**',
            'tests/e2e/**',
            'tests/bench/**',
          ],
        },
      },
      { extends: true, test: { name: 'component', environment: 'jsdom', include: ['tests/**/*.test.tsx'] } },
      {
        extends: true,
        test: {
          name: 'convergence',
          environment: 'node',
          include: ['tests/convergence/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'relay',
          environment: 'node',
          include: ['tests/sync-server/**/*.test.ts', 'tests/contracts/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

export default defineConfig(({ mode }) => {
  if (mode === 'server') return nodeBundle('sync-server/main.ts', 'server')
  if (mode === 'cli') return nodeBundle('src/cli/main.ts', 'etappe')
  return app
})
