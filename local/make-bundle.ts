import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { bundleFile, workflowsPath } from './bundle.ts'

// A process of its own: bundling keeps its thread busy for seconds, while servers are to be watched.
const file = bundleFile()
const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })
mkdirSync(dirname(file), { recursive: true })
const fresh = `${file}.${process.pid}`
writeFileSync(fresh, code)
renameSync(fresh, file)
