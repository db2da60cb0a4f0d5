/** Which addresses are of the open internet: a server in the cloud calls no others for its tenants. */
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-special-registry (2026-11) */
const NETWORKS: readonly (readonly [network: string, prefix: number, type: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const closed = new BlockList();
for (const [network, prefix, type] of NETWORKS) closed.addSubnet(network, prefix, type);

/** IPv4 addresses in IPv6 clothes count as what they are. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && !closed.check(address, kind === 6 ? 'ipv6' : 'ipv4');
}

const refusal = (host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${host} is no address of the open internet`), { code: 'EACCES' });

/** Looks a name up as Node does, and finds nothing where it leads inside. */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error ?? !first) return done(error ?? refusal(host), '', 0);
    if (!addresses.every(({ address }) => isPublicAddress(address))) return done(refusal(host), '', 0);
    return options.all ? done(null, addresses) : done(null, first?.address ?? '', first?.family);
  });
};
