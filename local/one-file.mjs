// Runs one of our programs as one file: `node local/one-file.mjs scripts/rehearse.ts …`. Its modules are put together in a fraction of the time in
// which each would be translated and loaded by itself. Plain Node, as it comes before anything is translated.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { local, root } from './prepare/place.mjs'

/** Each module goes on knowing where it lies. */
const places = {
  name: 'places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    })),
}

const [, , program] = process.argv
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: [program],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  // Logs name errors by their classes, and our lines.
  keepNames: true,
  sourcemap: 'inline',
  sourcesContent: false,
  write: false,
  plugins: [places],
})
await stop()

const file = join(local, 'one-file', `${basename(program, '.ts')}.mjs`)
mkdirSync(dirname(file), { recursive: true })
const fresh = `${file}.${process.pid}`
writeFileSync(fresh, outputFiles[0].contents)
renameSync(fresh, file)
process.setSourceMapsEnabled(true)
process.argv.splice(1, 1)
await import(pathToFileURL(file).href)
