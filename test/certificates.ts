import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// X.509 (RFC 5280) in DER (X.690), no more of it than a server on loopback and its client need: nothing secret is kept, nothing expires.

/** A certificate and its key, apart and in one file. */
export interface Pair {
  readonly cert: string
  readonly key: string
  readonly both: string
}
/** Paths of PEM files, in a folder of their own. */
export interface Certificates {
  readonly folder: string
  /** Of whoever signed the others. */
  readonly ca: string
  readonly server: Pair
  readonly client: Pair
  /** Of servers that nobody should speak to: its days are over, it is of another name, it signed itself. */
  readonly expired: Pair
  readonly elsewhere: Pair
  readonly selfSigned: Pair
}

/** Made for this run: an authority of that name, a server at 127.0.0.1 and `localhost`, a client, and servers that are not to be trusted. */
export function makeCertificates(name = 'authority'): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'longitude-tls-'))
  const keep = (file: string, text: string): string => {
    writeFileSync(join(folder, file), text, { mode: 0o600 })
    return join(folder, file)
  }
  const authority = { name, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) }
  const pair = (subject: string, { until, host, isOwn = false }: Differently = {}): Pair => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const issuer = isOwn ? { name: subject, privateKey } : authority
    const cert = certificate({ subject, publicKey, issuer, until, host })
    const key = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
    return {
      cert: keep(`${subject}.crt`, cert),
      key: keep(`${subject}.key`, key),
      both: keep(`${subject}.pem`, cert + key),
    }
  }
  const own = certificate({ subject: authority.name, publicKey: authority.publicKey, issuer: authority })
  return {
    folder,
    ca: keep('ca.crt', own),
    server: pair('server'),
    client: pair('client'),
    expired: pair('expired', { until: '20210101000000Z' }),
    elsewhere: pair('elsewhere', { host: 'elsewhere.example' }),
    selfSigned: pair('self-signed', { isOwn: true }),
  }
}

/** What a certificate has otherwise than a server at 127.0.0.1 whom the authority vouches for. */
interface Differently {
  /** Its last moment. `'20210101000000Z'` */
  readonly until?: string | undefined
  /** The one name it is for. */
  readonly host?: string | undefined
  /** It vouches for itself. */
  readonly isOwn?: boolean
}

interface Asked extends Omit<Differently, 'isOwn'> {
  readonly subject: string
  readonly publicKey: KeyObject
  readonly issuer: { readonly name: string; readonly privateKey: KeyObject }
}

function certificate({ subject, publicKey, issuer, until = '20990101000000Z', host }: Asked): string {
  const isAuthority = subject === issuer.name
  const here = [der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1]))]
  const names = host === undefined ? here : [der(0x82, Buffer.from(host))]
  const purpose = isAuthority
    ? extension('551d13', seq(der(0x01, Buffer.from([0xff])))) // basicConstraints: an authority
    : extension('551d11', seq(...names)) // subjectAltName
  const body = seq(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])), // a serial number
    ecdsaWithSha256,
    named(issuer.name),
    seq(der(0x17, Buffer.from('200101000000Z')), der(0x18, Buffer.from(until))),
    named(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, seq(purpose)),
  )
  const whole = seq(body, ecdsaWithSha256, bits(sign('sha256', body, issuer.privateKey)))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const seq = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content)
const named = (name: string): Buffer => seq(der(0x31, seq(oid('550403'), der(0x0c, Buffer.from(name)))))
const extension = (id: string, value: Buffer): Buffer => seq(oid(id), der(0x04, value))
const ecdsaWithSha256 = seq(oid('2a8648ce3d040302'))
