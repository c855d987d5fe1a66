import type { Contract } from './route.ts'

type Declared = Pick<Contract, 'method' | 'path'>

/** What is declared at an address, in the order of declaration. `/api/v1/plans/usth-2027` → `/api/v1/plans/{key}`, by GET */
export function declaredAt(contracts: readonly Declared[]): (path: string) => readonly Declared[] {
  const known = contracts.map(({ method, path }) => ({
    method,
    path,
    at: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
  }))
  return (path) => known.filter(({ at }) => at.test(path))
}
