import { networkInterfaces } from 'node:os'

/** Where this server can be opened from: this computer, and others on the network when it listens there. */
export function addressesOf(host: string, port: number): { here: string; network: string[] } {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const isHere = isEverywhere || host === 'localhost' || host === '::1' || host.startsWith('127.')
  const network = isEverywhere ? networkAddresses() : isHere ? [] : [host]
  const url = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`
  return { here: url(isHere ? 'localhost' : host), network: network.map(url) }
}

function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)
}
