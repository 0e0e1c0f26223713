/** What is kept of a product in the cart. Title and price are asked for anew, so they are never out of date. */
export interface CartLine {
  readonly productId: string;
  readonly variantId: string;
  /** From 1. */
  readonly quantity: number;
}

export const mostOfOne = 99;

function limited(quantity: number): number {
  return Math.max(1, Math.min(mostOfOne, Math.round(quantity)));
}

/** One line a variant: adding what is there already raises its quantity. */
export function withLine(lines: readonly CartLine[], added: CartLine): readonly CartLine[] {
  const existing = lines.find(({ variantId }) => variantId === added.variantId);
  if (!existing) return [...lines, { ...added, quantity: limited(added.quantity) }];
  return withQuantity(lines, added.variantId, existing.quantity + added.quantity);
}

export function withQuantity(
  lines: readonly CartLine[],
  variantId: string,
  quantity: number,
): readonly CartLine[] {
  return lines.map((line) =>
    line.variantId === variantId ? { ...line, quantity: limited(quantity) } : line,
  );
}

export function withoutLine(lines: readonly CartLine[], variantId: string): readonly CartLine[] {
  return lines.filter((line) => line.variantId !== variantId);
}

/** Lines as they were saved, whatever wrote them. */
export function parseLines(value: unknown): readonly CartLine[] | undefined {
  return Array.isArray(value) ? value.flatMap(parseLine) : undefined;
}

function parseLine(value: unknown): CartLine[] {
  if (typeof value !== 'object' || value === null) return [];
  const { productId, variantId, quantity } = value as Record<string, unknown>;
  if (typeof productId !== 'string' || typeof variantId !== 'string') return [];
  return [{ productId, variantId, quantity: limited(typeof quantity === 'number' ? quantity : 1) }];
}
