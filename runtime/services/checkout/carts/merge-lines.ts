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

function refuseFull(detail: string): never {
  throw problem(checkoutProblems.cartFull, { detail });
}

/**
 * Lines with others added: a line that is the same grows, the rest follow.
 * @throws {Problem} `cart_full`.
 */
export function mergeLines(lines: readonly StoredLine[], added: readonly StoredLine[]): StoredLine[] {
  const merged = new Map<string, StoredLine>();
  for (const line of [...lines, ...added]) {
    const identity = identityOf(line);
    const earlier = merged.get(identity);
    const quantity = (earlier?.quantity ?? 0) + line.quantity;
    if (quantity > mostUnits) {
      refuseFull(
        `A line would hold ${quantity} units of variant ${line.variantId}; ${mostUnits} are possible.`,
      );
    }
    merged.set(identity, earlier ? { ...earlier, quantity } : line);
  }
  if (merged.size > mostLines)
    refuseFull(`The cart would hold ${merged.size} lines; ${mostLines} are possible.`);
  return [...merged.values()];
}
