/**
 * The import table and the library fences of README, as rules. `tests/boundaries.test.ts` plants violations
 * to prove that this file bites.
 */
const table = {
  shared: [],
  protocol: ['shared'],
  i18n: ['shared'],
  model: ['shared'],
  layout: ['shared', 'model'],
  ui: ['shared', 'i18n'],
  storage: ['shared', 'model'],
  sync: ['shared', 'protocol', 'model'],
  canvas: ['shared', 'model', 'bindings', 'layout', 'ui', 'i18n'],
  poster: ['shared', 'model', 'layout', 'i18n'],
  bindings: ['shared', 'model'],
  exchange: ['shared', 'model'],
  features: ['shared', 'model', 'bindings', 'layout', 'storage', 'sync', 'ui', 'i18n'],
  cli: ['shared', 'model', 'layout', 'poster', 'exchange', 'i18n'],
}

const folderRules = Object.entries(table).map(([folder, allowed]) => ({
  name: `src-${folder}-imports`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^(src|sync-server|tests)/', pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
}))

const onlyIn = (library, folders) => ({
  name: `only-${folders.join('-').replaceAll('/', '-')}-uses-${library.replace(/\W/g, '')}`,
  severity: 'error',
  from: { path: '^(src|sync-server)/', pathNot: folders.map((folder) => `^${folder}/`) },
  to: { path: `(^|/)node_modules/${library}(/|$)` },
})

const reactFree = ['shared', 'protocol', 'model', 'layout', 'storage', 'sync', 'poster', 'exchange', 'cli']

module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'relay-imports',
      severity: 'error',
      from: { path: '^sync-server/' },
      to: { path: '^(src|tests)/', pathNot: ['^src/protocol/', '^src/shared/'] },
    },
    {
      name: 'features-are-strangers',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'nobody-imports-app',
      severity: 'error',
      from: { pathNot: '^(src/app/|src/main\\.tsx|tests/)' },
      to: { path: '^src/app/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(src|sync-server)/' },
      to: { path: '^tests/' },
    },
    onlyIn('(@tldraw|tldraw)', ['src/canvas']),
    onlyIn('jspdf', ['src/poster']),
    onlyIn('dexie', ['src/storage']),
    onlyIn('y-indexeddb', ['src/storage']),
    onlyIn('y-websocket', ['src/sync']),
    {
      name: 'react-free',
      severity: 'error',
      from: { path: `^(src/(${reactFree.join('|')})/|sync-server/)` },
      to: { path: '(^|/)node_modules/(react|react-dom)/' },
    },
    { name: 'no-circular', severity: 'error', from: { path: '^(src|sync-server)/' }, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(src|sync-server)/' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
