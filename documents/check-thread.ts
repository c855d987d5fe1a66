import { parentPort } from 'node:worker_threads'
import { z } from 'zod'
import { contentType } from './content.ts'
import { Refused, type Verdict } from './verdict.ts'

// A thread of `check.ts`: hears the path of a file and its name, and answers one verdict. What nobody foresaw ends it.

const Asked = z.object({ path: z.string(), name: z.string() })

async function verdictOn({ path, name }: z.output<typeof Asked>): Promise<Verdict> {
  try {
    return { type: await contentType(path, name) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { fault, found } = error
    return { fault, ...(found !== undefined && { found }) }
  }
}

parentPort?.on('message', (asked: unknown) => {
  void verdictOn(Asked.parse(asked)).then((verdict) => parentPort?.postMessage(verdict))
})
