// Who may import whom: the arrows of the house, and no others. Proved by tools/arrows.test.ts.

const ARROWS = {
  apps: ['presence', 'stage', 'session', 'ui', 'i18n'],
  presence: ['stage', 'protocol'],
  stage: ['protocol'],
  session: ['protocol', 'sim', 'words'],
  protocol: ['sim'],
  words: ['scene'],
  sim: ['scene'],
  author: ['sim', 'words', 'scene'],
  scene: [],
  ui: [],
  i18n: [],
}
const SERVER_ARROWS = ['author', 'sim', 'words', 'protocol', 'scene']

const OURS = '^(src|server|test|tools|scenes)/'
const TEST = '[.]test[.]tsx?$'
const INDEX = '^src/[^/]+/index[.]tsx?$'
/** Parts that are fetched only with a headset: an index of their own keeps them out of what every desktop loads. */
const LATER = '^src/presence/(space|xr|ar)/index[.]ts$'
/** What a browser may have to load: no Node in it. The author's part and the server never reach a browser. */
const IN_BROWSER = '^src/(apps|presence|stage|session|protocol|words|sim|scene|ui|i18n)/|^src/main[.]tsx$'

const folderRules = Object.entries(ARROWS).map(([folder, allowed]) => ({
  name: `arrows-of-${folder}`,
  comment: `src/${folder} may import from: ${allowed.join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: OURS, pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}))

export default {
  forbidden: [
    ...folderRules,
    {
      name: 'arrows-of-server',
      comment: `server may import from: ${SERVER_ARROWS.join(', ')}. Its tests may import anything.`,
      severity: 'error',
      from: { path: '^server/', pathNot: TEST },
      to: { path: OURS, pathNot: `^server/|^src/(${SERVER_ARROWS.join('|')})/` },
    },
    {
      name: 'arrows-of-the-entry',
      comment: 'src/main.tsx, the entry, puts the screens together: apps, ui, i18n. Other folders do not import it.',
      severity: 'error',
      from: { path: '^src/[^/]+$' },
      to: { path: OURS, pathNot: '^src/(apps|ui|i18n)/' },
    },
    {
      name: 'only-known-folders',
      comment: 'A new folder in src needs its arrows written into .dependency-cruiser.mjs first.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(ARROWS).join('|')})/` },
      to: {},
    },
    {
      name: 'through-the-index',
      comment: 'Another folder is entered through its index.ts, so that the rest of it can change freely.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/.+', pathNot: ['^src/$1/', INDEX, LATER] },
    },
    {
      name: 'through-the-index-from-outside',
      comment: 'A folder of src is entered through its index.ts; the entry may enter each screen by its own index.',
      severity: 'error',
      from: { path: '^src/[^/]+$|^server/', pathNot: TEST },
      to: { path: '^src/[^/]+/.+', pathNot: [INDEX, '^src/apps/[^/]+/index[.]tsx?$'] },
    },
    {
      name: 'sim-is-pure',
      comment:
        'The core imports no library and nothing of Node: the same functions decide on a server, in a worker and in a replay.',
      severity: 'error',
      from: { path: '^src/sim/', pathNot: TEST },
      to: { path: '^node_modules/|^[^/.]', pathNot: '^src/' },
    },
    {
      name: 'sim-takes-only-types-from-scene',
      comment: 'With a value of src/scene its schema library would come along.',
      severity: 'error',
      from: { path: '^src/sim/', pathNot: TEST },
      to: { path: '^src/scene/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'What runs in a browser imports nothing of Node.',
      severity: 'error',
      from: { path: IN_BROWSER, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other at run time are one idea, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared-libraries-only',
      comment: 'A library that is used stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-library-at-run-time',
      comment: 'What runs in a school stands under "dependencies"; types and tests do not count.',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
    skipAnalysisNotInRules: true,
  },
}
