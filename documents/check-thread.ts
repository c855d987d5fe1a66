import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { contentType } from './content.ts'
import { Refused, type Verdict } from './verdict.ts'

// The thread of one check: `check.ts` starts it with the path of a file and its name, and hears one verdict.

const { path, name } = z.object({ path: z.string(), name: z.string() }).parse(workerData)

const verdict: Verdict = await contentType(path, name).then(
  (type) => ({ type }),
  (error: unknown) => {
    if (!(error instanceof Refused)) throw error
    const { fault, found } = error
    return { fault, ...(found !== undefined && { found }) }
  },
)
parentPort?.postMessage(verdict)
