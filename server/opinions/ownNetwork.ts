import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** Addresses of one's own computer or network: loopback, private (RFC 1918, RFC 4193) and link-local. */
const OWN = new BlockList()
OWN.addSubnet('127.0.0.0', 8, 'ipv4')
OWN.addSubnet('10.0.0.0', 8, 'ipv4')
OWN.addSubnet('172.16.0.0', 12, 'ipv4')
OWN.addSubnet('192.168.0.0', 16, 'ipv4')
OWN.addSubnet('169.254.0.0', 16, 'ipv4')
OWN.addAddress('::1', 'ipv6')
OWN.addSubnet('fc00::', 7, 'ipv6')
OWN.addSubnet('fe80::', 10, 'ipv6')

/** Every address a name has. */
export type Resolve = (name: string) => Promise<string[]>

export const resolveName: Resolve = async (name) => (await lookup(name, { all: true })).map(({ address }) => address)

export function isOwnAddress(address: string): boolean {
  // A link-local address may carry the interface it belongs to: fe80::1%eth0.
  const [bare = ''] = address.split('%')
  const family = isIP(bare)
  return family !== 0 && OWN.check(bare, family === 4 ? 'ipv4' : 'ipv6')
}

/** Where a URL's host lies. A name is as foreign as the most foreign of its addresses. */
export async function whereIs(url: URL, resolve: Resolve): Promise<'own' | 'foreign' | 'unknown'> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return isOwnAddress(host) ? 'own' : 'foreign'
  const addresses = await resolve(host).catch(() => [])
  if (addresses.length === 0) return 'unknown'
  return addresses.every(isOwnAddress) ? 'own' : 'foreign'
}
