import { existsSync } from 'node:fs'
import { bundleFile } from './bundle.ts'
import type { Child } from './child.ts'
import { runScript } from './own-process.ts'

/** Bundles today's workflows, in a process of its own, unless that is done; `home` holds its log. */
export async function ensureBundle(home: string, adopt: (child: Child) => void): Promise<void> {
  if (!existsSync(bundleFile()))
    await runScript({ name: 'Bundle', file: 'local/make-bundle.ts', home, env: {}, graceMs: 0 }, adopt)
}
