import type { Context, StepsContext } from '../../../context/context.ts';
import { type CustomerOperations, customerProblems } from '../../../contract/customers/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { emailDigest } from '../customers/find-customer.ts';
import { isLoopback, isPageOf, linkTo } from './return-url.ts';
import { linkDigest, signInLinks } from './stored-link.ts';

type Request = InputOf<CustomerOperations['customers.signIns.request']>;

export const linkSeconds = 15 * 60;
/** Links an address gets in `windowSeconds`: nobody's inbox is filled by somebody else. */
const mostLinks = 5;
export const windowSeconds = 3600;

/**
 * A link that signs in leads to the store's own pages and nowhere else. To this machine it may lead where the mail
 * stays on it, too: in the emulator's inbox.
 */
async function requireOwnPage(context: StepsContext, returnUrl: string): Promise<void> {
  if (context.storefront && isPageOf(context.storefront.url, returnUrl)) return;
  if (isLoopback(returnUrl)) {
    const { transport } = await context.call(operationOf(context, 'mail.messages.checkDelivery'), {});
    if (transport === 'inbox') return;
  }
  const { origin, pathname } = new URL(returnUrl);
  throw problem(customerProblems.returnUrlRefused, {
    detail: `${origin}${pathname} is no page of this store's storefront.`,
    errors: [{ pointer: '/returnUrl', message: "is no page of the store's storefront." }],
  });
}

/** @throws {Problem} `rate_limited`, whether or not anybody has the address. */
async function requireQuiet({ store, clock }: Context, digest: string): Promise<void> {
  const since = new Date(clock.now().getTime() - windowSeconds * 1000);
  const { items } = await store.query(signInLinks, {
    ...{ index: 'byAddress', where: { emailDigest: digest }, range: { from: since.toISOString() } },
    pageSize: mostLinks,
  });
  const [oldest] = items;
  if (items.length < mostLinks || !oldest) return;
  const waited = clock.now().getTime() - new Date(oldest.document.createdAt).getTime();
  throw problem(problems.rateLimited, {
    detail: `An address gets ${mostLinks} sign-in links an hour.`,
    hint: 'Follow the link of the latest mail, or wait for the seconds in Retry-After.',
    retryAfter: Math.max(1, Math.ceil(windowSeconds - waited / 1000)),
  });
}

/**
 * Sends a link. Whether there is a customer is not looked at, so that neither the answer nor its time tells; the
 * same request, run again, sends no second one.
 */
export async function requestLink(context: StepsContext, { email, returnUrl, locale }: Request) {
  await requireOwnPage(context, returnUrl);
  const id = context.stableId('slnk');
  const token = context.newSecret();
  const digest = await emailDigest(context, email);
  await context.transaction(async (step) => {
    if (await step.store.get(signInLinks, id)) return;
    await requireQuiet(step, digest);
    const expiresAt = new Date(step.clock.now().getTime() + linkSeconds * 1000).toISOString();
    await step.store.insert(signInLinks, {
      ...{ id, tokenDigest: linkDigest(token), email, emailDigest: digest },
      ...{ locale: locale ?? null, expiresAt, usedAt: null },
    });
    await step.call(operationOf(step, 'mail.messages.sendSignInLink'), {
      ...{ cause: id, to: email, url: linkTo(returnUrl, token), minutes: linkSeconds / 60 },
      ...(locale === undefined ? {} : { locale }),
    });
  });
  return { expiresIn: linkSeconds };
}
