// Prepares what `npm start` and `npm test` need: packages and server programs. Plain Node, as it runs before any package is there.
// Does nothing, in 50 ms, when nothing changed. The two commands call it themselves: as `prestart` and `pretest` it would be skipped
// without a word wherever npm is set to ignore scripts.
import { join } from 'node:path'
import { prepareNode24 } from './prepare/node24.mjs'
import { preparePackages } from './prepare/packages.mjs'
import { prepareProgram } from './prepare/program.mjs'
import { CannotPrepare, local } from './prepare/place.mjs'
import { takeTurn } from './prepare/turn.mjs'

// `npm test` needs time skipping and servers it can stop, so it always runs its own.
const forTests = process.argv.includes('--for-tests')
const replaced = (variable) => !forTests && Boolean(process.env[variable] || process.env[`${variable}_FILE`])

try {
  const done = await takeTurn(join(local, 'prepare.lock'))
  try {
    await preparePackages()
    await prepareNode24()
    if (!replaced('MONGODB_URI')) await prepareProgram('mongod')
    if (!replaced('TEMPORAL_ADDRESS')) await prepareProgram('temporal')
  } finally {
    done()
  }
} catch (error) {
  if (error instanceof CannotPrepare) console.error(error.message)
  else if (error.code === 'ENOSPC') console.error(`The disk that holds ${local} is full: make room and start again.`)
  else if (error.path) console.error(`${error.path} cannot be used (${error.code}): mend or remove it.`)
  else throw error
  process.exitCode = 1
}
