// One stress on the servers it is given, told in one line of JSON.
import { stress } from './stress/stress.ts'

const { found: _, ...stressed } = await stress(JSON.parse(process.argv[2] ?? '{}'))
console.log(JSON.stringify(stressed))
process.exit(stressed.faults.length > 0 ? 1 : 0)
