/**
 * The part of a total that units from `done` on have, by largest remainder: however units are taken, all of them together
 * give exactly the total. Minor units.
 */
export function unitsAmount(total: number, quantity: number, done: number, units: number): number {
  const each = Math.floor(total / quantity);
  const larger = total - each * quantity;
  const upTo = (count: number) => each * count + Math.min(count, larger);
  return upTo(done + units) - upTo(done);
}
