import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import type { StoredLine } from './stored-cart.ts';

const mostLines = 500;
const mostUnits = 100_000;

/** Equal for lines that are one: the same variant, with the same custom data in any order and the same message. */
function identityOf({ variantId, customData, giftMessage }: Omit<StoredLine, 'id' | 'remembered'>): string {
  const fields = customData.map(({ name, value }) => [name, value].map(encodeURIComponent).join('=')).sort();
  return JSON.stringify([variantId, fields, giftMessage]);
}

/** Lines with others added: a line that is the same grows, the rest follow. */
function joined(lines: readonly StoredLine[], added: readonly StoredLine[]): StoredLine[] {
  const merged = new Map<string, StoredLine>();
  for (const line of [...lines, ...added]) {
    const identity = identityOf(line);
    const earlier = merged.get(identity);
    merged.set(identity, earlier ? { ...earlier, quantity: earlier.quantity + line.quantity } : line);
  }
  return [...merged.values()];
}

function faultOf(lines: readonly StoredLine[]): string | undefined {
  const large = lines.find(({ quantity }) => quantity > mostUnits);
  if (large) {
    return `A line would hold ${large.quantity} units of variant ${large.variantId}; ${mostUnits} are possible.`;
  }
  if (lines.length > mostLines)
    return `The cart would hold ${lines.length} lines; ${mostLines} are possible.`;
  return undefined;
}

/** What keeps lines from being added to others; undefined where nothing does. */
export function mergeFault(lines: readonly StoredLine[], added: readonly StoredLine[]): string | undefined {
  return faultOf(joined(lines, added));
}

/**
 * Lines with others added.
 * @throws {Problem} `cart_full`.
 */
export function mergeLines(lines: readonly StoredLine[], added: readonly StoredLine[]): StoredLine[] {
  const merged = joined(lines, added);
  const fault = faultOf(merged);
  if (fault !== undefined) throw problem(checkoutProblems.cartFull, { detail: fault });
  return merged;
}
