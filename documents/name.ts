import type { DocumentType } from '../domain/documents.ts'

const longest = 150
const extension = /\.[a-z0-9]{1,10}$/i

/**
 * What a file was called, to be shown and never to be a path: without folders, control and direction characters, 150 characters at most, its
 * extension kept. `'C:\\scans\\Accord\u202e.pdf'` → `'Accord.pdf'`; empty where nothing is left.
 */
export function shownName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    // A form writes a quotation mark as %22.
    .replaceAll(/[:*?"<>|]|%22/g, '_')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  const end = extension.exec(clean)?.[0] ?? ''
  const stem = clean.slice(0, Math.min(clean.length, longest) - end.length)
  // Half a character is none.
  return stem.replace(/[\uD800-\uDBFF]$/, '') + end
}

/** `Content-Disposition` of a download, with its name in ASCII and as it is (RFC 6266, RFC 8187). */
export function attachmentNamed(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** The extension that a document is handed out with. */
export const extensions = { pdf: 'pdf', jpeg: 'jpg', png: 'png' } as const satisfies Record<DocumentType, string>

// What Windows keeps for devices, whatever follows it (Naming Files, Paths, and Namespaces).
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** What a folder or the stem of a file may be called everywhere, made of a code: `'motivation-letter'` stays, `'nul'` → `'nul_'`. */
export const plainName = (code: string): string => {
  const plain = code.replaceAll(/[^A-Za-z0-9-]/g, '_').slice(0, longest)
  return plain === '' || devices.test(plain) ? `${plain}_` : plain
}
