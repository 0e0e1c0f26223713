import type { Context } from '../../../context/context.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import type { InputOf, OutputOf } from '../../../contract/operation.ts';
import type { CheckoutPorts } from '../ports.ts';
import { checkedSettings, knownName } from './cart-settings.ts';
import { tokenDigest } from './cart-token.ts';
import { customerFacts } from './customer-facts.ts';
import { emptyCart } from './empty-cart.ts';
import { mergeLines } from './merge-lines.ts';
import { newLines } from './new-lines.ts';
import { carts } from './stored-cart.ts';
import { nextDue, shownCart } from './write-cart.ts';

type Create = CheckoutOperations['checkout.carts.create'];

/**
 * Where it is sold: what the store, or the channel, has where nothing is said.
 * @throws {Problem} `unknown_setting`.
 */
export function placeOf(
  { config, actor }: Context,
  input: { readonly channel?: string | undefined; readonly currency?: string | undefined },
) {
  const keys = config.channels.map(({ key }) => key);
  // A publishable key sells in its own channel alone.
  const own = actor.kind === 'publishable' ? [actor.channel ?? keys[0] ?? ''] : keys;
  const key = knownName(input.channel ?? actor.channel ?? keys[0] ?? '', 'channel', own, '/channel');
  const channel = config.channels.find((candidate) => candidate.key === key);
  const currency = input.currency ?? channel?.defaultCurrency ?? config.currencies[0] ?? '';
  return {
    channel: key,
    currency: knownName(currency, 'currency', config.currencies, '/currency'),
    locale: channel?.defaultLocale ?? config.locales[0]?.code ?? '',
    country: channel?.defaultCountry ?? null,
  };
}

/** Makes a cart and the token that reaches it, which is answered here and nowhere else. */
export async function createCart(
  context: Context,
  input: InputOf<Create>,
  ports: CheckoutPorts,
): Promise<OutputOf<Create>> {
  const {
    id = context.ids.next('cart'),
    channel: _channel,
    currency: _currency,
    lines = [],
    ...settings
  } = input;
  const { customer } = context.actor;
  const token = context.newSecret();
  const draft = {
    ...{ ...emptyCart, id, tokenDigest: tokenDigest(token), ...placeOf(context, input) },
    ...(customer ? await customerFacts(context, customer.id) : {}),
    ...(await checkedSettings(context, settings)),
  };
  const cart = await context.store.insert(carts, {
    ...draft,
    ...{ lines: mergeLines([], await newLines(context, draft, lines)), dueAt: nextDue(context, draft) },
  });
  const shown = await shownCart(context, cart, ports);
  await context.emit('cart.created', id, shown);
  return { cart: shown, token };
}
