/**
 * One configuration for the three builds (app, relay, command line) and all tests. Node 20 cannot run TypeScript,
 * so relay and command line are bundled too: `vite build`, `vite build --mode server`, `vite build --mode cli`.
 */
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { leanTldraw } from './.ci/vite/leanTldraw.ts'

function nodeBundle(entry: string, name: string) {
  return defineConfig({
    publicDir: false,
    plugins: [withoutPosterExtras],
    build: {
      ssr: entry,
      outDir: 'dist/node',
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, chunkFileNames: `${name}-[hash].mjs` } },
    },
  })
}

/**
 * The service worker precaches everything, so that any route opens in airplane mode. It waits for the app's own update
 * prompt (src/app), and never answers for the relay.
 */
const pwa = VitePWA({
  registerType: 'prompt',
  injectRegister: false,
  strategies: 'generateSW',
  manifest: {
    id: '/',
    name: 'Etappe',
    short_name: 'Etappe',
    description: 'Customer-journey workshops on every tablet, with or without the internet.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: '#f6f1e7',
    background_color: '#f6f1e7',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    // The installed app opens workshop files from the file manager, in the window that is open already.
    file_handlers: [{ action: '/', accept: { 'application/vnd.etappe.workshop': ['.etappe'] } }],
    launch_handler: { client_mode: ['focus-existing', 'auto'] },
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png,ico,ttf,woff2,json,webmanifest,gif,wasm}'],
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [
      /^\/sync\//,
      /^\/blob\//,
      /^\/healthz/,
      /^\/metrics/,
      /^\/addresses/,
      /^\/room\//,
      /^\/assets\//,
      /\.[a-z0-9]+$/,
    ],
    cleanupOutdatedCaches: true,
    clientsClaim: false,
    skipWaiting: false,
  },
})

/** jsPDF's optional helpers for HTML and SVG: never called here, and 380 kB that would be precached for nothing. */
const unusedByPoster = ['html2canvas', 'canvg', 'dompurify']

const withoutPosterExtras: Plugin = {
  name: 'etappe-without-poster-extras',
  enforce: 'pre',
  resolveId: (source) => (unusedByPoster.includes(source) ? `\0empty:${source}` : null),
  load: (id) => (id.startsWith('\0empty:') ? 'export default undefined' : null),
}

const app = defineConfig({
  plugins: [react(), leanTldraw, withoutPosterExtras, pwa],
  build: { outDir: 'dist/app', target: 'es2022', chunkSizeWarningLimit: 2000 },
  worker: { format: 'es', plugins: () => [withoutPosterExtras] },
  test: {
    // A busy machine takes its time; nothing waits for these unless it fails.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    // Vitest alone would leave one core of two idle.
    maxWorkers: 2,
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
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/**/*.test.tsx'],
          setupFiles: ['tests/helpers/patience.ts'],
        },
      },
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
          testTimeout: 60_000,
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
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          environment: 'node',
          include: ['tests/bench/**/*.bench.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
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
