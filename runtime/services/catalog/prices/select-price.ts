/*
 * Which price wins. Candidates are the variant's base prices and its prices in price lists. A candidate applies
 * when its currency is the one asked for; when its list is active, within its dates, and names no channels,
 * countries or customer groups other than those asked for; and when its quantity tier is reached.
 *
 * Among those that apply, in this order: prices of price lists before base prices; the list of higher priority;
 * the more specific one (by customer group, then channel, then country); one with dates before one without; the
 * higher tier; the lower amount; the older id. Every step is a comparison, so the order is total.
 */

/** What a price list demands; a base price demands nothing. */
export interface ListConditions {
  readonly id: string;
  readonly name: string;
  readonly status: 'draft' | 'active' | 'archived';
  readonly priority: number;
  readonly channels: readonly string[];
  readonly countries: readonly string[];
  readonly customerGroups: readonly string[];
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

export interface PriceCandidate {
  readonly id: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly compareAtAmount: number | null;
  readonly minimumQuantity: number;
  readonly includesTax: boolean;
  /** Null for a base price. */
  readonly list: ListConditions | null;
}

export interface PriceRequest {
  readonly currency: string;
  readonly channel: string | null;
  readonly country: string | null;
  readonly customerGroup: string | null;
  readonly quantity: number;
  /** RFC 3339. */
  readonly now: string;
}

/** Why a candidate does not apply: the rule's name, and the rule in words with the values compared. */
export interface Rejection {
  readonly rule: string;
  readonly reason: string;
}

function named(
  list: readonly string[],
  value: string | null,
  what: string,
  rule: string,
): Rejection | undefined {
  if (list.length === 0 || (value !== null && list.includes(value))) return undefined;
  return { rule, reason: `The price list is for ${what} ${list.join(', ')}; asked for ${value ?? 'none'}.` };
}

/** The first rule that puts a candidate out, or undefined where it applies. */
export function rejectionOf(candidate: PriceCandidate, request: PriceRequest): Rejection | undefined {
  const { list } = candidate;
  if (candidate.currency !== request.currency) {
    return {
      rule: 'currency',
      reason: `The price is in ${candidate.currency}; asked for ${request.currency}.`,
    };
  }
  if (list && list.status !== 'active') {
    return { rule: 'price_list_status', reason: `The price list "${list.name}" is ${list.status}.` };
  }
  const unnamed =
    list &&
    (named(list.customerGroups, request.customerGroup, 'the customer groups', 'customer_group') ??
      named(list.channels, request.channel, 'the channels', 'channel') ??
      named(list.countries, request.country, 'the countries', 'country'));
  if (unnamed) return unnamed;
  if (list?.startsAt && request.now < list.startsAt) {
    return {
      rule: 'date_window',
      reason: `The price list begins at ${list.startsAt}; it is ${request.now}.`,
    };
  }
  if (list?.endsAt && request.now >= list.endsAt) {
    return { rule: 'date_window', reason: `The price list ended at ${list.endsAt}; it is ${request.now}.` };
  }
  if (candidate.minimumQuantity > request.quantity) {
    return {
      rule: 'quantity_tier',
      reason: `The price applies from ${candidate.minimumQuantity} on; asked for ${request.quantity}.`,
    };
  }
  return undefined;
}

interface Step {
  readonly rule: string;
  readonly words: string;
  /** Higher wins. */
  readonly rank: (candidate: PriceCandidate) => number;
}

const steps: readonly Step[] = [
  {
    rule: 'price_list',
    words: 'prices of price lists go before base prices',
    rank: ({ list }) => (list ? 1 : 0),
  },
  {
    rule: 'priority',
    words: 'its price list has a higher priority',
    rank: ({ list }) => list?.priority ?? 0,
  },
  {
    rule: 'customer_group',
    words: 'it is for the customer group',
    rank: ({ list }) => (list?.customerGroups.length ? 1 : 0),
  },
  { rule: 'channel', words: 'it is for the channel', rank: ({ list }) => (list?.channels.length ? 1 : 0) },
  { rule: 'country', words: 'it is for the country', rank: ({ list }) => (list?.countries.length ? 1 : 0) },
  {
    rule: 'date_window',
    words: 'a price with dates goes before one without',
    rank: ({ list }) => (list?.startsAt || list?.endsAt ? 1 : 0),
  },
  {
    rule: 'quantity_tier',
    words: 'its quantity tier is higher',
    rank: ({ minimumQuantity }) => minimumQuantity,
  },
  { rule: 'amount', words: 'its amount is lower', rank: ({ amount }) => -amount },
];

/** The step at which `winner` beats `other`. */
export function decidingStep(winner: PriceCandidate, other: PriceCandidate): Rejection {
  const step = steps.find(({ rank }) => rank(winner) !== rank(other));
  return step
    ? { rule: step.rule, reason: `Outranked by ${winner.id}: ${step.words}.` }
    : { rule: 'age', reason: `Outranked by ${winner.id}: it is older.` };
}

/** Negative where `left` wins. */
export function comparePrices(left: PriceCandidate, right: PriceCandidate): number {
  for (const { rank } of steps) {
    const difference = rank(right) - rank(left);
    if (difference !== 0) return difference;
  }
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/** The winning price, or undefined where none applies. */
export function selectPrice(
  candidates: readonly PriceCandidate[],
  request: PriceRequest,
): PriceCandidate | undefined {
  let best: PriceCandidate | undefined;
  for (const candidate of candidates) {
    if (rejectionOf(candidate, request)) continue;
    if (!best || comparePrices(candidate, best) < 0) best = candidate;
  }
  return best;
}

export interface ExplainedCandidate {
  readonly candidate: PriceCandidate;
  readonly outcome: 'selected' | 'not_applicable' | 'outranked';
  readonly rule: string;
  readonly reason: string;
}

/** Every candidate with the rule that decided about it, the winner first. */
export function explainPrices(
  candidates: readonly PriceCandidate[],
  request: PriceRequest,
): ExplainedCandidate[] {
  const winner = selectPrice(candidates, request);
  const others = candidates
    .filter((candidate) => candidate !== winner)
    .map((candidate): ExplainedCandidate => {
      const rejection = rejectionOf(candidate, request);
      if (rejection) return { candidate, outcome: 'not_applicable', ...rejection };
      const { rule, reason } = decidingStep(winner ?? candidate, candidate);
      return { candidate, outcome: 'outranked', rule, reason };
    })
    .sort((left, right) => {
      if (left.outcome !== right.outcome) return left.outcome === 'outranked' ? -1 : 1;
      return comparePrices(left.candidate, right.candidate);
    });
  if (!winner) return others;
  const reason = others.some(({ outcome }) => outcome === 'outranked')
    ? 'It goes before every other price that applies.'
    : 'It is the only price that applies.';
  return [{ candidate: winner, outcome: 'selected', rule: 'selected', reason }, ...others];
}
