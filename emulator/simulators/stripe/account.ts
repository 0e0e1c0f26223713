import { createHash, createHmac, randomBytes } from 'node:crypto';
import { find, insert, resource } from './objects/resource.ts';
import type { Work } from './objects/work.ts';

export interface Account {
  readonly id: string;
  readonly object: 'account';
  readonly charges_enabled: true;
  readonly country: string;
  readonly created: number;
  readonly default_currency: string;
  readonly details_submitted: true;
  readonly email: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly payouts_enabled: true;
  readonly settings: { readonly dashboard: { readonly display_name: string } };
  readonly type: 'standard';
}

const accounts = resource<Account, { readonly fingerprintKey: string }>({
  type: 'account',
  noun: 'account',
  prefix: 'acct_1',
  listedBy: [],
  references: [],
});

/**
 * The account of a key: the part that Stripe's long keys have in common, or a hash of what stands after the prefix,
 * so that `sk_test_shop` and `pk_test_shop` are keys of one account.
 */
export function accountOfKey(key: string): string {
  const text = key.replace(/^(?:sk|rk|pk)_test_/, '');
  if (/^51[A-Za-z0-9]{80,}$/.test(text)) return `acct_${text.slice(1, 17)}`;
  return `acct_1${createHash('sha256').update(text).digest('hex').slice(0, 15)}`;
}

async function openAccount(work: Work): Promise<{ object: Account; hidden: { fingerprintKey: string } }> {
  const found = await find(work, accounts, work.account);
  if (found) return found;
  const account: Account = {
    ...{ id: work.account, object: 'account', charges_enabled: true, country: 'US', created: work.now },
    ...{ default_currency: 'usd', details_submitted: true, email: null, metadata: {}, payouts_enabled: true },
    ...{ settings: { dashboard: { display_name: 'Simulated account' } }, type: 'standard' },
  };
  const hidden = { fingerprintKey: randomBytes(32).toString('base64') };
  await insert(work, accounts, account, hidden);
  return { object: account, hidden };
}

/** Made when it is first asked for. */
export async function ownAccount(work: Work): Promise<Account> {
  return (await openAccount(work)).object;
}

/** The same for the same text in one account; the text can not be had back from it without the account's key. */
export async function digestOf(work: Work, text: string): Promise<string> {
  const { hidden } = await openAccount(work);
  return createHmac('sha256', hidden.fingerprintKey).update(text).digest('base64');
}

/** Tells whether two cards have one number, without the number. */
export async function fingerprintOf(work: Work, number: string): Promise<string> {
  return (await digestOf(work, number)).replace(/[^A-Za-z0-9]/g, '').slice(0, 16);
}
