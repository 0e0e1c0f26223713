import type { Subscription } from '../context/service.ts';
import type { Delivery } from '../store/index.ts';

/** What is handed over at once: a delivery by itself, or all of a subscriber that takes them together. */
export function handedOver(
  deliveries: readonly Delivery[],
  subscriptions: ReadonlyMap<string, Subscription>,
): readonly [Delivery, ...Delivery[]][] {
  const groups: [Delivery, ...Delivery[]][] = [];
  const together = new Map<string, [Delivery, ...Delivery[]]>();
  for (const delivery of deliveries) {
    const { subscriber } = delivery;
    const group = together.get(subscriber);
    if (group) {
      group.push(delivery);
      continue;
    }
    const begun: [Delivery, ...Delivery[]] = [delivery];
    groups.push(begun);
    const subscription = subscriptions.get(subscriber);
    if (subscription && 'handleTogether' in subscription) together.set(subscriber, begun);
  }
  return groups;
}
