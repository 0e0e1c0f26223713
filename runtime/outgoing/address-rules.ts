import ipaddr from 'ipaddr.js';

/** Which addresses may be sent to. Hosted, only public ones: whatever else answers is somebody's own network. */
export interface AddressPolicy {
  /** Whether this machine itself may be sent to, as on a laptop, whose user owns both ends. */
  readonly allowLoopback: boolean;
}

/** Global unicast (RFC 4291, 2.4): what lies outside holds IPv4 addresses in disguise, `::127.0.0.1` among them. */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** What kind of address it is: `public`, or the name of the range that it lies in. */
function rangeOf(address: string): string {
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range !== 'unicast') return range;
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(...globalUnicast)) return 'reserved';
  return 'public';
}

/** Why an address is not sent to; undefined where it is. Only what is known to be public passes. */
export function refusalOfAddress(address: string, { allowLoopback }: AddressPolicy): string | undefined {
  const range = rangeOf(address);
  if (range === 'public' || (allowLoopback && range === 'loopback')) return undefined;
  return `${address} is not an address of the public internet (${range}).`;
}

/** The host of a URL as an address; undefined where it is a name. URLs spell addresses in one way: 0x7f.1 is 127.0.0.1. */
export function literalAddress(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(host) ? host : undefined;
}

/** Why nothing is sent to a URL, whatever its name resolves to; undefined where it may be tried. */
export function refusalOfUrl(text: string, policy: AddressPolicy): string | undefined {
  if (!URL.canParse(text)) return 'It is not a URL.';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'Only http and https are sent to.';
  if (url.username !== '' || url.password !== '') {
    return 'It holds a user or a password; send those in a header of the endpoint.';
  }
  const address = literalAddress(url);
  if (address !== undefined) return refusalOfAddress(address, policy);
  const isLocalName = /(^|\.)localhost\.?$/i.test(url.hostname);
  if (isLocalName && !policy.allowLoopback) return `${url.hostname} is this machine.`;
  return undefined;
}
