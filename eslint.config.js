import { basename, relative } from 'node:path'
import tseslint from 'typescript-eslint'

// What 5-style.md asks and a machine can see. Who may import whom is .dependency-cruiser.cjs; layout is prettier's.
// An exception stands beside its line with its reason: `// eslint-disable-next-line rule -- why`.

/** Rule 1: the folder says the layer, the file the one thing it does. */
const fileName = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename)
      const path = relative(context.cwd, context.filename)
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name) && !name.startsWith('.'))
        context.report({ node, message: `${name} is not kebab-case (rule 1)` })
      if (/(^|\/)(src|utils?|helpers?|common|types)(\/|\.)/.test(path))
        context.report({ node, message: `${path}: the name says nothing of what is in it (rule 1)` })
    },
  }),
}

const reasonGiven = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments())
        if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S+/.test(comment.value))
          context.report({ loc: comment.loc, message: 'say why, after two dashes' })
    },
  }),
}

const typescript = ['**/*.ts']
const forbid = (...pairs) => pairs.map(([selector, message]) => ({ selector, message }))

const everywhere = forbid(
  ['TSEnumDeclaration', 'Statuses are `as const` lists, their unions derive from them (rule 3).'],
  ['ExportDefaultDeclaration', 'Named exports only (rule 15).'],
  ['ExportAllDeclaration', 'No barrels: import from the file itself (rule 15).'],
)
const noBarrel = forbid(['ExportNamedDeclaration[source]', 'No barrels: import from the file itself (rule 15).'])
const environment = forbid(
  ["MemberExpression[object.name='process'][property.name='env']", '`process.env` is read in config/ only (rule 13).'],
  ["ImportDeclaration[source.value=/^(node:)?process$/]", '`process.env` is read in config/ only (rule 13).'],
)
const noDate = forbid(
  ["NewExpression[callee.name='Date']", 'ISO strings at every border, never `Date` (rule 5).'],
  ["CallExpression[callee.name='Date']", 'ISO strings at every border, never `Date` (rule 5).'],
)
const pure = forbid(
  ["MemberExpression[object.name='Date'][property.name='now']", 'No clock in domain/: `now` comes with the context.'],
  ["MemberExpression[object.name='Temporal'][property.name='Now']", 'No clock in domain/: `now` comes with the context.'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'No chance in domain/: the same ledger gives the same file.'],
)
const shell = forbid(
  ["Program > VariableDeclaration[kind!='const']", 'No module-level state in workflows/ (rule 6).'],
  ['Program > VariableDeclaration > VariableDeclarator > NewExpression', 'No module-level state in workflows/ (rule 6).'],
  ["MemberExpression[object.name='Date'][property.name!='now']", 'No dates in workflows/ but `Date.now()`, the workflow\'s time (rule 6).'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'No chance in workflows/.'],
)
const ambient = (names, where) => ['error', ...names.map((name) => ({ name, message: `Not in ${where}/.` }))]
const restrict = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] })

export default tseslint.config(
  { ignores: ['node_modules/', '.local/', 'dist/', '**/*.d.ts'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'file-name': fileName, 'reason-given': reasonGiven } } },
    rules: {
      'house/file-name': 'error',
      'house/reason-given': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-console': 'off',
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
      ...restrict(everywhere, noBarrel, environment, noDate),
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      ...restrict(everywhere, noBarrel, noDate, pure),
      'no-restricted-globals': ambient(['process', 'setTimeout', 'setInterval', 'fetch', 'crypto', 'performance', 'Intl', 'console'], 'domain'),
    },
  },
  {
    files: ['workflows/**/*.ts'],
    rules: {
      ...restrict(everywhere, noBarrel, noDate, shell),
      'no-restricted-globals': ambient(['process', 'setInterval', 'fetch', 'crypto', 'performance', 'Intl', 'console'], 'workflows'),
    },
  },
  { files: ['workflows/index.ts'], rules: restrict(everywhere, noDate, shell) },
  { files: ['config/**/*.ts'], rules: restrict(everywhere, noBarrel, noDate) },
  { files: ['local/**/*.ts'], rules: restrict(everywhere, noBarrel) },
  { files: ['test/**/*.ts'], rules: restrict(everywhere, noBarrel) },
)
