import { fingerprintOf } from '../account.ts';
import { namedCard, type ReadCard, readCard, unknownCardName } from '../cards/read-card.ts';
import { testCardNamed } from '../cards/test-cards.ts';
import { type Found, find, insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { badRequest, missingObject } from '../stripe-error.ts';
import { tokens } from '../tokens/token.ts';
import { type MethodInput, toBillingDetails } from './parameters.ts';
import { type Card, type HiddenMethod, type PaymentMethod, paymentMethods } from './payment-method.ts';

type Wallet = Card['wallet'];

/** The card of a method before its address is known; nothing of the number but its last digits stays. */
async function describeCard(
  work: Work,
  { card, number, exp_month, exp_year, hasCvc }: ReadCard,
  billing: PaymentMethod['billing_details'],
  wallet: Wallet,
): Promise<Card> {
  const { brand, funding, country, checks = {} } = card;
  const { line1, postal_code } = billing.address;
  return {
    brand,
    checks: {
      address_line1_check: line1 ? (checks.line1 ?? 'pass') : null,
      address_postal_code_check: postal_code ? (checks.postalCode ?? 'pass') : null,
      cvc_check: hasCvc ? (checks.cvc ?? 'pass') : null,
    },
    ...{ country, display_brand: brand, exp_month, exp_year },
    fingerprint: await fingerprintOf(work, number),
    ...{ funding, generated_from: null, last4: (card.number ?? number).slice(-4) },
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: card.authentication !== 'notSupported' },
    wallet,
  };
}

export async function insertMethod(
  work: Work,
  read: ReadCard,
  given: Partial<MethodInput>,
  wallet: Wallet = null,
): Promise<Found<PaymentMethod, HiddenMethod>> {
  const billing = toBillingDetails(given.billing_details);
  const object: PaymentMethod = {
    ...{ id: paymentMethods.newId(), object: 'payment_method' },
    allow_redisplay: given.allow_redisplay ?? 'unspecified',
    billing_details: billing,
    card: await describeCard(work, read, billing, wallet),
    ...{ created: work.now, customer: null, customer_account: null, livemode: false },
    ...{ metadata: given.metadata ?? {}, type: 'card' },
  };
  const hidden = { behaviour: read.card.name, isSetUp: false, isConsumed: false };
  await insert(work, paymentMethods, object, hidden);
  return { object, hidden };
}

/** A token of ours, or one of the documented names: `tok_visa`. */
async function cardOfToken(work: Work, token: string, param: string): Promise<ReadCard> {
  const named = testCardNamed(token.replace(/^tok_/, ''));
  if (named) return namedCard(named, work.now);
  const made = await find(work, tokens, token);
  const card = made && testCardNamed(made.hidden.behaviour);
  if (!made || !card) throw missingObject('token', token, param);
  const { exp_month, exp_year } = made.object.card;
  return { ...namedCard(card, work.now), exp_month, exp_year, hasCvc: made.hidden.hasCvc };
}

export async function createMethod(
  work: Work,
  given: MethodInput,
  at = 'card',
): Promise<Found<PaymentMethod, HiddenMethod>> {
  const { card } = given;
  if (card?.token !== undefined) {
    return insertMethod(work, await cardOfToken(work, card.token, `${at}[token]`), given);
  }
  const { number, exp_month, exp_year, cvc } = card ?? {};
  for (const [name, value] of Object.entries({ number, exp_month, exp_year })) {
    if (value !== undefined) continue;
    throw badRequest(`Missing required param: ${at}[${name}].`, {
      code: 'parameter_missing',
      param: `${at}[${name}]`,
    });
  }
  const read = readCard(
    { number: number ?? '', exp_month: exp_month ?? 0, exp_year: exp_year ?? 0, cvc },
    work.now,
  );
  return insertMethod(work, read, given);
}

/** The method of that id; a documented name (`pm_card_visa`) makes a new one. */
export async function resolveMethod(
  work: Work,
  id: string,
  param = 'payment_method',
): Promise<Found<PaymentMethod, HiddenMethod>> {
  if (id.startsWith('pm_card_')) {
    const card = testCardNamed(id.slice('pm_card_'.length));
    if (!card) throw unknownCardName(id);
    return insertMethod(work, namedCard(card, work.now), {});
  }
  const found = await find(work, paymentMethods, id);
  if (found) return found;
  throw missingObject(paymentMethods.noun, id, param);
}
