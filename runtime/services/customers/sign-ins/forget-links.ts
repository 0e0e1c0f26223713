import type { Context } from '../../../context/context.ts';
import { windowSeconds } from './request-link.ts';
import { signInLinks } from './stored-link.ts';

/** Links are kept as long as they count for the limit of their address, a few hundred are taken away at a time. */
export async function forgetOldLinks({ store, clock }: Context): Promise<void> {
  const before = new Date(clock.now().getTime() - windowSeconds * 1000).toISOString();
  const { items } = await store.query(signInLinks, {
    ...{ index: 'byCreated', where: { all: 1 }, range: { before }, pageSize: 500 },
  });
  for (const { document } of items) await store.delete(signInLinks, document.id);
}

/** Links that were sent to an address: no more than its limit allows. */
export async function forgetLinksTo({ store }: Context, emailDigest: string): Promise<void> {
  const { items } = await store.query(signInLinks, {
    ...{ index: 'byAddress', where: { emailDigest }, pageSize: 100 },
  });
  for (const { document } of items) await store.delete(signInLinks, document.id);
}
