import { usage } from '../cli-error.ts';
import type { Order } from './find-order.ts';

export type OrderLine = Order['lines'][number];

export interface LineUnits {
  readonly lineId: string;
  readonly quantity: number;
}

/** What a line is called on the command line: its SKU, or its id where it has none. */
export function lineName({ sku, id }: Pick<OrderLine, 'sku' | 'id'>): string {
  return sku ?? id;
}

/**
 * The lines that a SKU, or a line's id, names: one at least.
 * @throws {CliError} `no_line`, naming those that there are.
 */
export function linesNamed(order: Order, name: string): OrderLine[] {
  const found = order.lines.filter((line) => line.sku === name || line.id === name);
  if (found.length > 0) return found;
  throw usage('no_line', `Order ${order.number} has no line ${name}.`, {
    fix: `It has ${order.lines.map(lineName).join(', ')}.`,
  });
}

function parsed(text: string): { name: string; quantity: number | undefined } {
  const [, name = text, digits] = /^(.*):(\d+)$/.exec(text) ?? [];
  const quantity = digits === undefined ? undefined : Number(digits);
  if (name === '' || quantity === 0) {
    throw usage('bad_line', `--line ${text} is not written as SKU:quantity.`, {
      fix: 'Write it as --line SHIRT-M:2.',
    });
  }
  return { name, quantity };
}

/**
 * The units that `--line SKU:quantity` names; without a quantity all that are left by `left`. Lines of the same SKU are
 * taken in their order.
 */
export function unitsOf(
  order: Order,
  texts: readonly string[],
  left: (line: OrderLine) => number,
): LineUnits[] {
  const units = new Map<string, number>();
  for (const text of texts) {
    const { name, quantity } = parsed(text);
    const lines = linesNamed(order, name);
    let wanted = quantity ?? lines.reduce((sum, line) => sum + left(line), 0);
    for (const [place, line] of lines.entries()) {
      const taken = units.get(line.id) ?? 0;
      // What is too much goes to the last one, so that the store says how many there are.
      const isLast = place === lines.length - 1;
      const taking = isLast ? wanted : Math.min(wanted, Math.max(0, left(line) - taken));
      if (taking > 0) units.set(line.id, taken + taking);
      wanted -= taking;
    }
  }
  if (texts.length > 0 && units.size === 0) {
    throw usage('nothing_left', `Nothing of ${texts.join(', ')} is left in order ${order.number}.`);
  }
  return [...units].map(([lineId, quantity]) => ({ lineId, quantity }));
}
