import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CannotPrepare } from './place.mjs'

const temporalVersion = 'v1.9.1'
// The first series with builds for every current system; it reads the data of the 6.0 of the wheels.
const mongodbVersion = '7.0.24'

/** Downloads a server program from its makers into `folder`, and answers where it lies in it. */
export async function downloadOfficial(name, folder) {
  try {
    const path = name === 'temporal' ? await downloadTemporal(folder) : await downloadMongod(folder)
    return { program: relative(folder, path) }
  } catch (error) {
    throw new CannotPrepare(`The official download failed (${`${error.message}`.split('\n')[0]}).`)
  }
}

async function downloadTemporal(downloadDir) {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing')
  // The SDK downloads by starting a server, so one is started for a moment.
  const executable = { type: 'cached-download', version: temporalVersion, downloadDir }
  const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } })
  await environment.teardown()
  const file = readdirSync(downloadDir).find((entry) => entry.startsWith('temporal'))
  if (file === undefined || !existsSync(join(downloadDir, file))) throw new Error('no program in the download')
  return join(downloadDir, file)
}

async function downloadMongod(downloadDir) {
  const { MongoBinary } = await import('mongodb-memory-server-core')
  return MongoBinary.getPath({ version: mongodbVersion, downloadDir, systemBinary: '' })
}
