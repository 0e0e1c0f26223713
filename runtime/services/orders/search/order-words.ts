import type { Order } from '../orders/stored-order.ts';

const shortest = 2;
const longest = 12;
/** Words of one order that can be found; an order of 500 SKUs has no more than these and its names. */
const most = 1000;

/** A text as it is compared: without case and accents. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** What an e-mail address is found by, as a digest of this. */
export function emailWord(email: string): string {
  return `email:${folded(email)}`;
}

function wordsOf(text: string | null): string[] {
  return text === null
    ? []
    : folded(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '');
}

function beginnings(word: string): string[] {
  const length = Math.min(word.length, longest);
  const starts: string[] = [];
  for (let end = shortest; end <= length; end++) starts.push(word.slice(0, end));
  return starts.length > 0 ? starts : [word];
}

/** The beginnings of names that an order is found by: of people's, so they are indexed as digests. */
export function nameWords({
  shippingAddress,
  billingAddress,
}: Pick<Order, 'shippingAddress' | 'billingAddress'>) {
  const names = [shippingAddress, billingAddress].flatMap((address) =>
    address ? [address.firstName, address.lastName, address.company] : [],
  );
  return [...new Set(names.flatMap(wordsOf).flatMap(beginnings))].slice(0, most);
}

/** What nobody's privacy is in. */
export function plainWords({ lines }: Pick<Order, 'lines'>): string[] {
  return [...new Set(lines.flatMap(({ sku }) => (sku === null ? [] : [`sku:${folded(sku)}`])))].slice(
    0,
    most,
  );
}

/** A word as it is looked up: no longer than what was indexed. */
export function lookedUp(word: string): string {
  return word.slice(0, longest);
}
