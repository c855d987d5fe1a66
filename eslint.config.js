import { basename, relative } from 'node:path'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

// What the style asks and a machine can see. Who may import whom is in .dependency-cruiser.mjs, layout is prettier's.
// An exception stands above its line with its reason: `// eslint-disable-next-line rule -- why`.

// ── Rules of our own ────────────────────────────────────────────────────────────────────────────────────────────────

/** The folder says the layer, the file the one thing it does. */
const fileName = {
  create: ({ filename, cwd, report }) => ({
    Program(node) {
      const path = relative(cwd, filename)
      if (!/^[a-z0-9.]+(-[a-z0-9.]+)*$/.test(basename(filename)))
        report({ node, message: `${path} is not kebab-case.` })
      if (/(^|\/)(src|utils?|helpers?|common|types)[/.]/.test(path))
        report({ node, message: `${path} does not say what it holds.` })
    },
  }),
}

const exceptionReason = {
  create: ({ sourceCode, report }) => ({
    Program() {
      for (const { value, loc } of sourceCode.getAllComments())
        if (/^\s*eslint-disable/.test(value) && !/\s--\s+\S/.test(value))
          report({ loc, message: 'Say why, after two dashes.' })
    },
  }),
}

/** Counts the lines of a function that are its own: a factory is as long as what it says beside the functions it makes. */
const functionSize = {
  meta: { schema: [{ type: 'integer' }] },
  create({ sourceCode, options: [max], report }) {
    const open = []
    const enter = (node) => void open.push({ node, inner: new Set() })
    const leave = () => {
      const { node, inner } = open.pop()
      const lines = new Set(sourceCode.getTokens(node).map(({ loc }) => loc.start.line))
      const own = [...lines].filter((line) => !inner.has(line))
      const { loc } = sourceCode.getFirstToken(node)
      if (own.length > max)
        report({ loc, message: `${own.length} lines are more than one function's work; at most ${max}.` })
      for (const line of lines) open.at(-1)?.inner.add(line)
    }
    const functions = ':matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)'
    return { [functions]: enter, [`${functions}:exit`]: leave }
  },
}

const house = { rules: { 'file-name': fileName, 'exception-reason': exceptionReason, 'function-size': functionSize } }

// ── What must not be written, by folder ─────────────────────────────────────────────────────────────────────────────

const ban = (message, ...selectors) => selectors.map((selector) => ({ selector, message }))
const call = (object, property) => `MemberExpression[object.name='${object}'][property.name='${property}']`

const asEverywhere = [
  ...ban('Statuses are `as const` lists, and unions derive from them.', 'TSEnumDeclaration'),
  ...ban('Named exports only.', 'ExportDefaultDeclaration'),
]
const barrels = ban(
  'No barrels: import from the file that says it.',
  'ExportAllDeclaration',
  'ExportNamedDeclaration[source]',
)
const environment = ban(
  'Settings are arguments; `config/env.ts` alone reads the environment.',
  call('process', 'env'),
  "MemberExpression[object.name='process'][property.value='env']",
  "VariableDeclarator[init.name='process'] Property[key.name='env']",
  'ImportDeclaration[source.value=/^(node:)?process$/]',
)
const dates = ban(
  'ISO strings at every border, never `Date`.',
  "NewExpression[callee.name='Date']",
  "CallExpression[callee.name='Date']",
)
const chance = ban('The same ledger gives the same file: no chance here.', call('Math', 'random'))
const clocks = ban('`now` comes with the context: no clock in domain/.', call('Date', 'now'), call('Temporal', 'Now'))
const workflowDates = ban(
  "Nothing of `Date` but `Date.now()`, the workflow's own time.",
  "MemberExpression[object.name='Date'][property.name!='now']",
)
const ofModule = ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration'
const moduleState = ban(
  'No module-level state: one module serves many workflows.',
  `${ofModule}[kind!='const']`,
  `${ofModule} > VariableDeclarator > :matches(NewExpression, ArrayExpression, ObjectExpression).init`,
)
const only = (...bans) => ({ 'no-restricted-syntax': ['error', ...asEverywhere, ...bans.flat()] })
const without = (where, ...names) => ({
  'no-restricted-globals': ['error', ...names.map((name) => ({ name, message: `Not in ${where}/.` }))],
})
const outside = [
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'crypto',
  'performance',
  'Intl',
  'console',
]

// The style's sizes are what to aim at (150, 120 for a workflow, 250 for a test, 30 for a function); a third more is too much.
const lines = (max) => ({ 'max-lines': ['error', { max, skipBlankLines: true, skipComments: true }] })
const types = (rules) =>
  Object.fromEntries(Object.entries(rules).map(([name, value]) => [`@typescript-eslint/${name}`, value]))

export default defineConfig(
  globalIgnores(['.local/', 'dist/']),
  {
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'house/file-name': 'error',
      'house/exception-reason': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'no-empty': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [...Object.getOwnPropertyNames(globalThis), 'module', 'require'].map((name) => [name, false]),
      ),
    },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...only(barrels, environment, dates),
      ...lines(200),
      'max-params': ['error', 3],
      'house/function-size': ['error', 40],
      ...types({
        'consistent-type-assertions': ['error', { assertionStyle: 'never' }],
        'explicit-module-boundary-types': ['error', { allowArgumentsExplicitlyTypedAsAny: true }],
        'no-import-type-side-effects': 'error',
        'switch-exhaustiveness-check': 'error',
        'no-unused-vars': [
          'error',
          { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
        ],
        'restrict-template-expressions': ['error', { allowNumber: true }],
        'no-confusing-void-expression': [
          'error',
          { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
        ],
        // An async function without await is how a port answers at once, and a throw becomes a rejection.
        'require-await': 'off',
        // `Readonly<Record<never, never>>` says what it means.
        'no-generated-empty-object-type': 'off',
        // Ports are objects of closures: none asks for `this`, so taking one apart is safe.
        'unbound-method': 'off',
      }),
    },
  },
  {
    files: ['domain/**'],
    rules: { ...only(barrels, dates, chance, clocks), ...without('domain', ...outside) },
  },
  {
    files: ['workflows/**'],
    rules: {
      ...only(barrels, workflowDates, dates, chance, moduleState),
      ...without('workflows', ...outside),
      ...lines(160),
    },
  },
  { files: ['workflows/index.ts'], rules: only(workflowDates, dates, chance, moduleState) },
  { files: ['config/env.ts'], rules: only(barrels, dates) },
  {
    // Documents may be older than their types, and the driver speaks `Date` and classes that are options.
    files: ['store/**'],
    rules: {
      ...only(barrels, environment),
      ...types({ 'no-unnecessary-condition': 'off', 'no-unsafe-class-instance-assignment': 'off' }),
    },
  },
  // Their libraries, nodemailer and date-holidays, ask for a `Date`.
  { files: ['mail/smtp.ts', 'policy/calendar.ts'], rules: only(barrels, environment) },
  // Express knows an error handler by its four parameters.
  { files: ['api/**/{errors,routes}.ts'], rules: { 'max-params': ['error', 4] } },
  { files: ['local/**'], rules: only(barrels) },
  {
    // What an answer holds is what a test is about: it may look at anything, and say so by failing.
    files: ['test/**'],
    rules: {
      ...only(barrels),
      ...lines(330),
      'max-params': 'off',
      'house/function-size': 'off',
      ...types({
        'no-unsafe-argument': 'off',
        'no-unsafe-assignment': 'off',
        'no-unsafe-call': 'off',
        'no-unsafe-enum-comparison': 'off',
        'no-unsafe-member-access': 'off',
        'no-unsafe-return': 'off',
        'no-non-null-assertion': 'off',
        'no-unnecessary-condition': 'off',
        'only-throw-error': ['error', { allowThrowingUnknown: true }],
      }),
    },
  },
)
