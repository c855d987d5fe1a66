import type { LookupAddress } from 'node:dns'
import { expect } from 'chai'
import { assertSendable, AddressRefused, isAtHome, type Resolve } from '../../webhooks/address.ts'
import { poster } from '../../webhooks/post.ts'

const refused = [
  ...[
    'http://receiver.example/',
    'ftp://receiver.example/',
    'file:///etc/passwd',
    '//receiver.example',
    'receiver.example',
    '',
  ],
  ...['https://user@receiver.example/', 'https://user:word@receiver.example/', 'https://receiver.example/#part'],
  ...['https://receiver.example:22/', 'https://receiver.example:80/', 'https://receiver.example:1023/'],
  ...[
    'https://localhost/',
    'https://localhost./',
    'https://a.localhost/',
    'https://mongodb/',
    'https://mongodb.internal/',
  ],
  ...['https://printer.local/', 'https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f000001/'],
  ...[
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://0/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
  ],
  ...['https://192.168.1.1/', 'https://169.254.169.254/latest/', 'https://100.64.0.1/', 'https://100.100.100.200/'],
  ...[
    'https://168.63.129.16/',
    'https://192.0.0.192/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://198.18.0.1/',
  ],
  ...['https://[::]/', 'https://[::1]/', 'https://[fe80::1]/', 'https://[fd00:ec2::254]/', 'https://[ff02::1]/'],
  ...['https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://[::ffff:8.8.8.8]/', 'https://[::127.0.0.1]/'],
  ...['https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/', 'https://[2001:0:1::]/', 'https://①②⑦.⓪.⓪.①/'],
  `https://receiver.example/${'a'.repeat(2000)}`,
]
const accepted = [
  ...['https://receiver.example/', 'https://receiver.example/hook?token=x', 'https://receiver.example:8443/'],
  ...['https://8.8.8.8/', 'https://172.32.0.1/', 'https://[2606:4700::1111]/', 'https://école.example/'],
]
const atThisMachine = ['http://127.0.0.1:8080/', 'http://localhost:8080/', 'https://[::1]:8443/']

/** Looks every name up as these addresses; counts how often. */
function resolving(...addresses: string[]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = []
  const found = addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }))
  return {
    asked,
    resolve: (name, _, done) => {
      asked.push(name)
      done(null, found)
    },
  }
}

describe('an address that messages are posted to', () => {
  for (const url of refused)
    it(`is not ${url.slice(0, 60) || 'an empty text'}`, () => {
      expect(() => assertSendable(url, { atHome: false })).to.throw(AddressRefused)
    })

  for (const url of accepted)
    it(`may be ${url}`, () => {
      expect(assertSendable(url, { atHome: false }).protocol).to.equal('https:')
    })

  it('may be this machine where the product itself is at home there, and nowhere else that is special', () => {
    for (const url of atThisMachine) {
      expect(() => assertSendable(url, { atHome: false }), url).to.throw(AddressRefused)
      expect(() => assertSendable(url, { atHome: true }), url).to.not.throw()
    }
    for (const url of [
      'https://10.0.0.1/',
      'http://receiver.example/',
      'https://169.254.169.254/',
      'http://127.0.0.1:22/',
    ])
      expect(() => assertSendable(url, { atHome: true }), url).to.throw(AddressRefused)
    expect(['http://127.0.0.1:3000', 'http://localhost:3000', 'https://[::1]'].map(isAtHome)).to.deep.equal([
      true,
      true,
      true,
    ])
    expect(['https://longitude.school.example', 'http://10.0.0.1'].map(isAtHome)).to.deep.equal([false, false])
  })

  it('is judged when its name is looked up, once: no connection is opened to a special one', async () => {
    const letter = { headers: {}, body: '{}', url: 'https://receiver.example:8443/' }
    for (const special of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1']) {
      const { resolve, asked } = resolving('8.8.8.8', special)
      expect(await poster({ atHome: false, resolve })(letter), special).to.deep.equal({ error: 'ADDRESS_REFUSED' })
      expect(asked).to.deep.equal(['receiver.example'])
    }
    // Posted as it was stored once, where addresses were judged otherwise.
    expect(await poster({ atHome: false })({ ...letter, url: 'https://127.0.0.1:8443/' })).to.deep.equal({
      error: 'ADDRESS_REFUSED',
    })
  })
})
