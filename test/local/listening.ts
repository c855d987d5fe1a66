import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const listenState = '0A'

/** The TCP addresses on which these processes listen, such as `127.0.0.1:3000`; IPv6 ones as hex (Linux only). */
export function listeningAddresses(pids: readonly number[]): string[] {
  const inodes = new Set(pids.flatMap(socketInodes))
  return ['tcp', 'tcp6'].flatMap((table) => listening(table, inodes))
}

function socketInodes(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`)
    .map((fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1])
    .filter((inode) => inode !== undefined)
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return '' // Closed in between.
  }
}

function listening(table: string, inodes: ReadonlySet<string>): string[] {
  const rows = readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n').slice(1)
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter((fields) => fields[3] === listenState && inodes.has(fields[9] ?? ''))
    .map((fields) => readable(fields[1] ?? ''))
}

/** `0100007F:0BB8` is 127.0.0.1:3000: the bytes of the address come in reverse. */
function readable(address: string): string {
  const [host = '', port = ''] = address.split(':')
  if (host.length !== 8) return address
  const bytes = host.match(/../g) ?? []
  return `${bytes
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join('.')}:${Number.parseInt(port, 16)}`
}
