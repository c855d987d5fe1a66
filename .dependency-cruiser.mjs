// The import table of the house (ARCHITECTURE.md) as rules. A package enters a row with its first use.

/**
 * What the files of a folder may take. `values`: folders and files of ours; `types`: more of ours, by `import type` only;
 * `packages`: of npm; `node`: whether Node's own modules.
 */
const house = {
  domain: { values: ['domain/'], packages: ['zod', 'temporal-polyfill'] },
  workflows: { values: ['workflows/'], types: ['activities/'], packages: ['@temporalio/workflow'] },
  activities: {
    values: ['activities/', 'domain/', 'store/', 'documents/', 'mail/', 'policy/', 'webhooks/'],
    packages: ['@temporalio/activity'],
    node: true,
  },
  store: { values: ['store/', 'domain/', 'policy/'], packages: ['mongoose', 'canonicalize'], node: true },
  documents: {
    values: ['documents/', 'domain/'],
    packages: ['file-type', '@cantoo/pdf-lib', 'p-limit', 'yazl', 'zod', 'tsx'],
    node: true,
  },
  policy: { values: ['policy/', 'domain/'], packages: ['yaml', 'zod', 'date-holidays'], node: true },
  mail: { values: ['mail/', 'locales/'], types: ['domain/'], packages: ['nodemailer', 'smtp-server'], node: true },
  webhooks: { values: ['webhooks/'], node: true },
  metrics: {
    values: ['metrics/', 'store/', 'domain/', 'mail/failures.ts', 'webhooks/'],
    types: ['mail/'],
    packages: ['prom-client'],
    node: true,
  },
  locales: {
    values: ['locales/', 'domain/time.ts', 'domain/wait.ts', 'domain/zones.ts'],
    types: ['domain/'],
    packages: ['@formatjs/intl'],
  },
  api: {
    values: [
      'api/',
      'domain/',
      'store/',
      'documents/',
      'mail/',
      'policy/',
      'locales/',
      'metrics/',
      'webhooks/',
      'config/',
      'package.json',
    ],
    packages: [
      ...[
        'express',
        '@fastify/busboy',
        'express-rate-limit',
        'express-session',
        'connect-mongo',
        'csv-parse',
        'csv-stringify',
        'hucre',
        'ical-generator',
        'helmet',
        'zod',
        'p-limit',
        'pino',
        'pino-http',
      ],
      ...['@temporalio/client', '@temporalio/common'],
    ],
    node: true,
  },
  config: { values: ['config/'], packages: ['zod'], node: true },
  web: {
    values: ['web/', 'domain/catalogue.ts', 'domain/[^/]+/commands.ts', 'api/contracts/', 'locales/'],
    anyPackage: true,
  },
}
const composition = ['worker', 'local', 'bench', 'test', 'scripts']

const oneOf = (names) => `^(${names.join('|')})`
const ours = (names) => names.map((name) => name.replaceAll('.', '\\.').replace('[^/]+', '[^/]+'))
const inside = (folders) => `${oneOf(folders)}/`
const packagesOf = (names) => `node_modules/(${names.join('|')})/`
const error = (rule) => ({ severity: 'error', ...rule })

const rowsOf = Object.entries(house).flatMap(([folder, { values, types = [], packages = [], anyPackage, node }]) => {
  const npm = anyPackage ? ['node_modules/'] : packages.length > 0 ? [packagesOf(packages)] : []
  const core = node ? ['core'] : []
  return [
    error({
      name: `${folder}-values`,
      comment: `${folder}/ may take values from ${[...values, ...packages].join(', ')}`,
      from: { path: inside([folder]) },
      to: { pathNot: oneOf([...ours(values), ...npm]), dependencyTypesNot: ['type-only', ...core] },
    }),
    error({
      name: `${folder}-types`,
      comment: `${folder}/ may take types from ${[...values, ...types, ...packages].join(', ')}`,
      from: { path: inside([folder]) },
      to: {
        pathNot: oneOf([...ours([...values, ...types]), ...npm]),
        dependencyTypes: ['type-only'],
        dependencyTypesNot: core,
      },
    }),
  ]
})

/** Who alone may know a package. */
const knownOnlyTo = (name, { packages, owners, comment }) =>
  error({ name, comment, from: { pathNot: oneOf(owners) }, to: { path: `^${packagesOf(packages)}` } })

export default {
  forbidden: [
    ...rowsOf,
    error({
      name: 'folder-of-the-house',
      comment: 'every folder has its row in this table',
      from: { pathNot: `${inside([...Object.keys(house), ...composition])}|^[^/]+$` },
      to: {},
    }),
    error({
      name: 'composition-is-the-top',
      comment: `nobody imports ${composition.join(', ')}`,
      from: { pathNot: inside(composition) },
      to: { path: inside(composition) },
    }),
    error({ name: 'tests-are-for-tests', from: { pathNot: '^(test|bench)/' }, to: { path: '^test/' } }),
    error({ name: 'web-is-for-browsers', from: { pathNot: '^web/' }, to: { path: '^web/' } }),
    error({
      name: 'config-is-read-by-main',
      comment: 'settings are arguments; main.ts alone reads them (rule 13)',
      from: { path: '^(api|worker)/', pathNot: '^(api|worker)/main\\.ts$' },
      to: { path: '^config/' },
    }),
    error({
      name: 'engine-behind-gateway',
      comment: 'of api/, gateway.ts alone knows Temporal',
      from: { path: '^api/', pathNot: '^api/gateway\\.ts$' },
      to: { path: '^node_modules/@temporalio/' },
    }),
    knownOnlyTo('mongoose-in-store', { packages: ['mongoose'], owners: ['store/', 'bench/bare/'], comment: 'rule 10' }),
    knownOnlyTo('express-in-api', {
      packages: ['express', 'express-session'],
      owners: ['api/', 'test/', 'bench/bare/'],
      comment: 'routes are in api/',
    }),
    knownOnlyTo('workflow-sdk-in-workflows', {
      packages: ['@temporalio/workflow'],
      owners: ['workflows/', 'test/', 'bench/bare/'],
      comment: 'rule 6',
    }),
    error({
      name: 'no-cycles',
      comment: 'of values: types may refer to each other',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    }),
    error({ name: 'resolvable', from: {}, to: { couldNotResolve: true } }),
    error({
      name: 'declared',
      comment: 'a package stands in package.json itself',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    }),
    error({
      name: 'dev-packages-stay-home',
      comment: 'what runs for people needs no dev dependency',
      from: { pathNot: '^(local|bench|test|scripts)/|^[^/]+$' },
      to: { dependencyTypes: ['npm-dev'] },
    }),
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(\\.local|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'default', 'types'],
    },
  },
}
