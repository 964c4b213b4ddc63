import { BlockList, isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** Loopback, private and link-local: all that an authority of our own may ever vouch for. */
export const LOCAL_NETWORKS = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
] as const

/** Adapters of virtual machines and tunnels: real, but hardly what a headset can reach. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|VirtualBox|VMware|tailscale|wg|zt|utun|tun|tap)/i

const local = new BlockList()
const loopback = new BlockList()
for (const network of LOCAL_NETWORKS) {
  const [base = '', prefix] = network.split('/')
  const family = isIP(base) === 6 ? 'ipv6' : 'ipv4'
  local.addSubnet(base, Number(prefix), family)
  if (base.startsWith('127.') || base === '::1') loopback.addSubnet(base, Number(prefix), family)
}

/** An IPv4 address that came over an IPv6 socket, as IPv4. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

const isIn = (list: BlockList, address: string): boolean => {
  const plain = plainAddress(address)
  const family = isIP(plain)
  return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4')
}

export const isLocalAddress = (address: string): boolean => isIn(local, address)

/** The caller sits at this very computer. */
export const isLoopback = (address: string | undefined): boolean => address !== undefined && isIn(loopback, address)

/** What this computer may be called and reached by, as a certificate of ours can say it. */
export type LocalNames = {
  hosts: string[]
  /** The likeliest first; without loopback. */
  addresses: string[]
  /** Addresses outside the private networks: no authority of our own may vouch for them. */
  publicAddresses: string[]
}

/** The names and addresses of this moment. `announced` is the name given out over mDNS, without `.local`. */
export function localNames(announced: string | null): LocalNames {
  const all = Object.entries(networkInterfaces())
    .flatMap(([name, found]) => (found ?? []).map((one) => ({ ...one, name })))
    // A link-local IPv6 address cannot be written into a browser's address bar.
    .filter(({ internal, address }) => !internal && !/^fe80:/i.test(address))
  const rank = ({ name, family, address }: (typeof all)[number]) =>
    (VIRTUAL.test(name) ? 4 : 0) + (family === 'IPv6' ? 2 : 0) + (address.startsWith('169.254.') ? 1 : 0)
  const sorted = [...all].sort((a, b) => rank(a) - rank(b)).map(({ address }) => address)
  const own = plainHost(hostname())
  return {
    hosts: [
      'localhost',
      ...(announced === null ? [] : [`${announced}.local`]),
      ...(own === null ? [] : [`${own}.local`]),
      ...(own !== null && isNoTopLevelDomain(own) ? [own] : []),
    ].filter((name, at, names) => names.indexOf(name) === at),
    addresses: sorted.filter(isLocalAddress),
    publicAddresses: sorted.filter((address) => !isLocalAddress(address)),
  }
}

export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::'

/** Of these, what a server that listens on `host` is reached by. */
export function namesOn(host: string, found: LocalNames): LocalNames {
  if (isIP(host) === 0) return { ...found, hosts: [...new Set([...found.hosts, host])] }
  // 0.0.0.0 listens on IPv4 alone.
  const isHeard = (address: string) => host === '::' || (host === '0.0.0.0' ? isIP(address) === 4 : address === host)
  return {
    ...found,
    addresses: found.addresses.filter(isHeard),
    publicAddresses: found.publicAddresses.filter(isHeard),
  }
}

function plainHost(name: string): string | null {
  const first = name.split('.')[0]?.toLowerCase() ?? ''
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(first) ? first : null
}

/**
 * A constraint to "school" would also allow every name that ends in ".school", a real domain of the internet. Those are letters only
 * (or begin with xn--), so a plain name goes into the authority only with a digit or a hyphen in it.
 */
export const isNoTopLevelDomain = (name: string): boolean => /[0-9-]/.test(name) && !name.startsWith('xn--')
