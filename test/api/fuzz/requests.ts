import { deflateSync, gzipSync } from 'node:zlib'
import { jsonOf } from './json.ts'
import { mark } from './values.ts'
import type { Asking } from './wire.ts'

const megabyte = 1_048_576
const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')

/** Bodies that are no JSON of ours, and what each is answered. */
export const broken: readonly { what: string; body: string | Buffer; status: number; headers?: Asking['headers'] }[] = [
  ...[
    '{',
    '{"a":',
    '{"a":1',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '{"a":01}',
    '{"a":+1}',
    '{"a":.5}',
    '{"a":NaN}',
    '{"a":Infinity}',
  ].map((body) => ({ what: body, body, status: 400 })),
  ...[
    '{"a":"\u0007"}',
    '{"a":"\n"}',
    '{"a":"\\x41"}',
    '{"a":"\\u00"}',
    '{"a":1}{}',
    '{"a":1} x',
    '// a\n{}',
    '\u0000',
    'undefined',
    '"',
  ].map((body) => ({ what: JSON.stringify(body), body, status: 400 })),
  { what: 'bytes that are no UTF-8', body: latin('{"reason":"caf\xe9"}'), status: 400 },
  {
    what: 'half a character of UTF-8',
    body: Buffer.from([...Buffer.from('{"reason":"'), 0xf0, 0x9f, 0x22, 0x7d]),
    status: 400,
  },
  {
    what: 'a surrogate in UTF-8',
    body: Buffer.from([...Buffer.from('{"reason":"'), 0xed, 0xa0, 0x80, 0x22, 0x7d]),
    status: 400,
  },
  {
    what: 'a slash in two bytes',
    body: Buffer.from([...Buffer.from('{"reason":"'), 0xc0, 0xaf, 0x22, 0x7d]),
    status: 400,
  },
  { what: 'UTF-16 under another name', body: utf16('{"reason":"a"}'), status: 400 },
  { what: 'quotes without an end', body: '"\\'.repeat(300_000), status: 400 },
  { what: 'a list that never ends', body: '['.repeat(500_000), status: 400 },
  { what: 'an object that never ends', body: '{"":'.repeat(200_000), status: 400 },
  { what: 'a megabyte and more', body: jsonOf({ reason: 'x'.repeat(megabyte) }), status: 413 },
  { what: 'no gzip', body: '{"reason":"a"}', status: 400, headers: { 'Content-Encoding': 'gzip' } },
  {
    what: 'a gzip cut off',
    body: gzipSync('{"reason":"a"}').subarray(0, 20),
    status: 400,
    headers: { 'Content-Encoding': 'gzip' },
  },
  {
    what: 'a little that becomes much',
    body: gzipSync(jsonOf({ reason: 'x'.repeat(50_000_000) })),
    status: 413,
    headers: { 'Content-Encoding': 'gzip' },
  },
  { what: 'no deflate', body: gzipSync('{}'), status: 400, headers: { 'Content-Encoding': 'deflate' } },
  ...['compress', 'gzip, gzip', 'x', ''.padEnd(300, 'x')].map((encoding) => ({
    ...{ what: encoding, body: deflateSync('{}'), status: 415, headers: { 'Content-Encoding': encoding } },
  })),
]
export const otherTypes = [
  ...[
    'text/plain',
    'text/json',
    'application/jsonp',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    '*/*',
    'json',
  ],
  ...['application/json, text/plain', 'application/merge-patch+json', 'application/json/', '/', '', ';', `${mark}/x`],
  ...['latin1', 'utf-16', 'utf-16le', 'utf-32', 'utf-7', 'utf8mb4', '__proto__', 'us-ascii', 'utf-8x', ''].flatMap(
    (charset) => (charset === '' ? [] : [`application/json; charset=${charset}`]),
  ),
]
export const sameTypes = [
  ...[
    'application/json',
    'APPLICATION/JSON',
    'application/json;',
    'application/json; charset=UTF-8',
    'application/json;charset="utf-8"',
  ],
  ...[
    'application/json; charset',
    'application/json; charset=',
    'application/json; boundary=x; __proto__=y',
    ' application/json ',
  ],
]
export const noKeys = ['', ' ', 'a b', 'é', 'a\tb', 'x'.repeat(201), 'a, b']
export const noBases = [
  '',
  '12',
  '"',
  '""',
  '"01"',
  '"x"',
  '"-1"',
  '"1e3"',
  '"0x1"',
  '"1", "2"',
  'W/12',
  '"12',
  '"9999999999"',
  '*, "1"',
  '**',
  'NaN',
  '"__proto__"',
]
