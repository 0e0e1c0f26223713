import { randomBytes, randomUUID } from 'node:crypto';
import { type PartnerCallback, partnerCallbacks, partnerHooks } from '../documents.ts';
import { nextNumber, type PartnerWork } from '../work.ts';

/** More addresses than a partner has. */
const mostHooks = 20;

/** Queues a callback to each address that the partner knows, in the transaction of what it tells of. */
export async function queueCallback(work: PartnerWork, type: string, data: object): Promise<void> {
  const { writer, now } = work;
  const { items } = await writer.query(partnerHooks, {
    index: 'byTime',
    where: { all: 1 },
    pageSize: mostHooks,
  });
  for (const { document: hook } of items) {
    await writer.insert(partnerCallbacks, {
      ...{ id: randomUUID(), messageId: `msg_${randomBytes(12).toString('hex')}`, type, hookId: hook.id },
      ...{
        body: JSON.stringify({ type, timestamp: now, data }),
        state: 'pending',
        dueAt: now,
        queuedAt: now,
      },
      ...{ order: await nextNumber(work, 'callback'), isBadlySigned: false, attempts: [] },
    });
  }
}

/** Sends a callback once more: as the duplicate that networks make, or as a forger would. */
export async function queueAgain(
  work: PartnerWork,
  callback: PartnerCallback,
  { isBadlySigned }: Pick<PartnerCallback, 'isBadlySigned'>,
): Promise<void> {
  const { messageId, type, hookId, body } = callback;
  await work.writer.insert(partnerCallbacks, {
    ...{ id: randomUUID(), messageId: isBadlySigned ? `${messageId}x` : messageId, type, hookId, body },
    ...{ state: 'pending', dueAt: work.now, queuedAt: work.now, order: await nextNumber(work, 'callback') },
    ...{ isBadlySigned, attempts: [] },
  });
}
