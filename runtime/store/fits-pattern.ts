/** Whether an event of that type is meant by `order.placed`, by the family `order.*`, or by `*`, which means all. */
export function fitsPattern(pattern: string, type: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}
