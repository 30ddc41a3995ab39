/** Addresses a stranger's webhook must not reach: this machine, the networks behind it, and what routes nowhere. */
import { BlockList, isIPv6 } from 'node:net';

/** Special-purpose blocks that are not globally reachable, or lead to others (IANA registries, RFC 6890). */
const refusedV4 = [
  ['0.0.0.0', 8], // "this network"; connects to this machine on Linux
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // behind a carrier's NAT; also the metadata service of Alibaba Cloud
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local; the metadata services of most clouds
  ['172.16.0.0', 12],
  ['192.0.0.0', 24], // also the metadata service of Oracle Cloud
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4], // reserved, with the broadcast address
  ['168.63.129.16', 32], // a public address that is Azure's host in every virtual network
] as const;

/** Everything outside 2000::/3, the only block given out so far, and within it what leads elsewhere. */
const refusedV6 = [
  ['::', 3], // unspecified, loopback, IPv4-mapped, NAT64
  ['4000::', 2],
  ['8000::', 1], // ULA, link-local, multicast
  ['2001::', 23], // Teredo, ORCHID and other protocols
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4: wraps an IPv4 address
  ['3fff::', 20],
] as const;

// Two lists: one list takes an IPv4 address for its IPv4-mapped IPv6 form, and would find it in ::/3.
const refused = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix] of refusedV4) refused.ipv4.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of refusedV6) refused.ipv6.addSubnet(network, prefix, 'ipv6');

/** True where `address`, an IP address, is not to be reached. */
export function isRefusedAddress(address: string): boolean {
  // A zone ("fe80::1%eth0") is part of no block.
  const bare = address.split('%', 1)[0] ?? '';
  const family = isIPv6(bare) ? 'ipv6' : 'ipv4';
  return refused[family].check(bare, family);
}
