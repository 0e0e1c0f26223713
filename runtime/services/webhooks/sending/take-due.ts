import type { StepsContext } from '../../../context/context.ts';
import { type StoredDelivery, webhookDeliveries } from '../deliveries/stored-delivery.ts';
import { type StoredMessage, webhookMessages } from '../deliveries/stored-message.ts';

export interface DueDelivery {
  readonly delivery: StoredDelivery;
  /** Undefined where its data was deleted. */
  readonly message: StoredMessage | undefined;
}

export interface Taken {
  /** Sent one after the other: events of one subject where the endpoint wants them in order, else one event. */
  readonly chains: readonly (readonly DueDelivery[])[];
  /** Have to wait for an earlier event of their subject, until then. */
  readonly waiting: readonly { readonly id: string; readonly until: string }[];
  readonly hasMore: boolean;
}

/** Deliveries read at a time. */
const pageSize = 128;

/** The earliest event of each subject that was not delivered yet. */
async function earliestOf(
  { store }: StepsContext,
  endpointId: string,
  subjects: readonly string[],
): Promise<Map<string, StoredDelivery>> {
  if (subjects.length === 0) return new Map();
  const queries = subjects.map((subject) => ({
    ...{ index: 'ordered', where: { endpointId, subject }, pageSize: 1 },
  }));
  const found = await store.queryEach(webhookDeliveries, queries);
  return new Map(
    found.flatMap(({ items: [first] }) => (first ? [[first.document.subject, first.document] as const] : [])),
  );
}

function bySubject(deliveries: readonly StoredDelivery[]): Map<string, StoredDelivery[]> {
  const groups = new Map<string, StoredDelivery[]>();
  for (const delivery of deliveries) {
    const group = groups.get(delivery.subject);
    if (group) group.push(delivery);
    else groups.set(delivery.subject, [delivery]);
  }
  return groups;
}

/**
 * What is due at an endpoint and not under way: `taken` holds the ids of what is, `busySubjects` the subjects of what is
 * in order. Later events of those are left for the next time.
 */
export async function takeDue(
  context: StepsContext,
  endpointId: string,
  taken: ReadonlySet<string>,
  busySubjects: ReadonlySet<string>,
): Promise<Taken> {
  const { store, clock } = context;
  const now = clock.now();
  // What is taken is due until it is written down, and need not be read again.
  const { items, hasMore } = await store.queryIds(webhookDeliveries, {
    ...{ index: 'due', where: { endpointId }, range: { before: new Date(now.getTime() + 1).toISOString() } },
    pageSize: pageSize + taken.size,
  });
  const ids = items.map(({ id }) => id).filter((id) => !taken.has(id));
  const read = await store.getMany(webhookDeliveries, ids);
  // One may have been deleted or given up between the two reads.
  const due = read.flatMap((delivery) => (delivery && delivery.nextAttemptAt !== null ? [delivery] : []));
  const chains: StoredDelivery[][] = due.filter(({ isOrdered }) => !isOrdered).map((delivery) => [delivery]);
  const waiting: { id: string; until: string }[] = [];
  const groups = bySubject(due.filter(({ isOrdered, subject }) => isOrdered && !busySubjects.has(subject)));
  const earliest = await earliestOf(context, endpointId, [...groups.keys()]);
  for (const [subject, group] of groups) {
    group.sort((left, right) => left.sequence - right.sequence);
    const first = earliest.get(subject);
    const isNext = first === undefined || group[0]?.id === first.id;
    if (isNext) chains.push(group);
    else if (first.nextAttemptAt !== null && first.nextAttemptAt > now.toISOString()) {
      const until = first.nextAttemptAt;
      waiting.push(...group.map(({ id }) => ({ id, until })));
    } else chains.push([first, ...group]);
  }
  const eventIds = [...new Set(chains.flat().map(({ eventId }) => eventId))];
  const messages = new Map(
    (await store.getMany(webhookMessages, eventIds)).flatMap((message) =>
      message ? [[message.id, message] as const] : [],
    ),
  );
  return {
    chains: chains.map((chain) =>
      chain.map((delivery) => ({ delivery, message: messages.get(delivery.eventId) })),
    ),
    waiting,
    hasMore,
  };
}
