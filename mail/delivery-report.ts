interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: readonly string[]
}
// A report names its readers in the second of three parts; whatever has more is read no further.
const mostParts = 4

/**
 * Why a mail did not arrive, as its delivery report says (RFC 3464): `'5.1.1'`. Nothing for what is no such report (an absence
 * assistant answers to the same address), and for one that speaks of a delay. Only the headers and the fields of the
 * report are read.
 */
export function failureIn(message: string): string | undefined {
  const { headers, body } = partOf(message.split(/\r?\n/))
  const type = headers.get('content-type') ?? ''
  const boundary = /\bboundary="?([^";\s]{1,70})/i.exec(type)?.[1]
  if (!/^multipart\/report\b/i.test(type) || !/\breport-type="?delivery-status\b/i.test(type) || !boundary)
    return undefined
  const status = partsIn(body, boundary).find((part) =>
    /^message\/(?:global-)?delivery-status\b/i.test(part.headers.get('content-type') ?? ''),
  )
  return status && groupsIn(status.body).flatMap(failedIn)[0]
}

/** The status of one reader's group of fields, if their mail failed. */
function failedIn(group: readonly string[]): string[] {
  const { headers } = partOf(group)
  if (headers.get('action')?.trim().toLowerCase() !== 'failed') return []
  return [/^\s*([245]\.\d{1,3}\.\d{1,3})\b/.exec(headers.get('status') ?? '')?.[1] ?? '5.0.0']
}

/** Headers, unfolded and by name in lower case, and what follows the first empty line. */
function partOf(lines: readonly string[]): Part {
  const end = lines.indexOf('')
  const headers = new Map<string, string>()
  let name = ''
  for (const line of end < 0 ? lines : lines.slice(0, end)) {
    if (/^[ \t]/.test(line)) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`)
    else {
      const colon = line.indexOf(':')
      name = line.slice(0, Math.max(colon, 0)).toLowerCase()
      if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
    }
  }
  return { headers, body: end < 0 ? [] : lines.slice(end + 1) }
}

function partsIn(lines: readonly string[], boundary: string): readonly Part[] {
  const parts: string[][] = []
  for (const line of lines) {
    if (line.startsWith(`--${boundary}`)) {
      if (parts.length === mostParts || line.startsWith(`--${boundary}--`)) break
      parts.push([])
    } else parts.at(-1)?.push(line)
  }
  return parts.map(partOf)
}

/** Fields between empty lines. */
function groupsIn(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups
}
