import { BlockList, isIPv4, isIPv6 } from 'node:net'

// Two lists: Node answers for an IPv4 address by the ranges of mapped IPv6 addresses as well.
const special4 = new BlockList()
const global6 = new BlockList()
const special6 = new BlockList()

// IANA, IPv4 and IPv6 Special-Purpose Address Registries; multicast and what is reserved; the host of Azure's virtual machines.
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
])
  special4.addSubnet(...subnet(range), 'ipv4')
// Only what is global unicast: loopback, link-local, unique local, multicast, mapped and translated (NAT64) addresses are outside.
global6.addSubnet('2000::', 3, 'ipv6')
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])
  special6.addSubnet(...subnet(range), 'ipv6')

function subnet(range: string): [net: string, prefix: number] {
  const [net = '', prefix = ''] = range.split('/')
  return [net, Number(prefix)]
}

/** Whether an address is one of the open Internet: not of this machine, a private network, a neighbour, or a provider's own services. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special4.check(address, 'ipv4')
  return isIPv6(address) && global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}

/** Whether an address is of this machine itself. `'127.0.0.1'`, `'::1'` */
export const isLoopback = (address: string): boolean =>
  (isIPv4(address) && address.startsWith('127.')) || address === '::1'
