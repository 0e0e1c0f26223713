import { describe, expect, test } from 'vitest';
import {
  comparePrices,
  explainPrices,
  type ListConditions,
  type PriceCandidate,
  type PriceRequest,
  selectPrice,
} from './select-price.ts';

const list = (changes: Partial<ListConditions> = {}): ListConditions => ({
  ...{ id: 'plist_1', name: 'Sale', status: 'active', priority: 0 },
  ...{ channels: [], countries: [], customerGroups: [], startsAt: null, endsAt: null },
  ...changes,
});

const price = (id: string, changes: Partial<PriceCandidate> = {}): PriceCandidate => ({
  ...{
    id,
    amount: 1000,
    currency: 'EUR',
    compareAtAmount: null,
    minimumQuantity: 1,
    includesTax: true,
    list: null,
  },
  ...changes,
});

const request = (changes: Partial<PriceRequest> = {}): PriceRequest => ({
  ...{ currency: 'EUR', channel: 'web', country: 'DE', customerGroup: null, quantity: 1 },
  now: '2026-06-15T12:00:00.000Z',
  ...changes,
});

describe('of two prices that apply, the winner is', () => {
  test.each<[string, PriceCandidate, PriceCandidate, Partial<PriceRequest>]>([
    [
      'the one of a price list, even when it is dearer',
      price('list', { amount: 2000, list: list() }),
      price('base'),
      {},
    ],
    [
      'the one whose list has the higher priority',
      price('high', { list: list({ priority: 2 }) }),
      price('low', { amount: 1, list: list({ priority: 1, channels: ['web'] }) }),
      {},
    ],
    [
      'the one for the customer group',
      price('group', { list: list({ customerGroups: ['vip'] }) }),
      price('channel', { list: list({ channels: ['web'], countries: ['DE'] }) }),
      { customerGroup: 'vip' },
    ],
    [
      'the one for the channel before the one for the country',
      price('channel', { list: list({ channels: ['web'] }) }),
      price('country', { list: list({ countries: ['DE'] }) }),
      {},
    ],
    [
      'the one with dates',
      price('dated', { list: list({ startsAt: '2026-01-01T00:00:00.000Z' }) }),
      price('undated', { amount: 1, list: list() }),
      {},
    ],
    [
      'the higher tier',
      price('ten', { minimumQuantity: 10, amount: 900 }),
      price('one', { amount: 1 }),
      { quantity: 10 },
    ],
    ['the lower amount', price('cheap', { amount: 999 }), price('dear'), {}],
    ['the older id', price('price_A'), price('price_B'), {}],
  ])('%s', (_name, winner, loser, asked) => {
    expect(selectPrice([loser, winner], request(asked))?.id).toBe(winner.id);
    expect(selectPrice([winner, loser], request(asked))?.id).toBe(winner.id);
  });
});

describe('a price does not apply', () => {
  test.each<[string, PriceCandidate, Partial<PriceRequest>, string]>([
    ['in another currency', price('p', { currency: 'USD' }), {}, 'currency'],
    ['of a draft list', price('p', { list: list({ status: 'draft' }) }), {}, 'price_list_status'],
    ['for another channel', price('p', { list: list({ channels: ['b2b'] }) }), {}, 'channel'],
    ['for another country', price('p', { list: list({ countries: ['FR'] }) }), {}, 'country'],
    [
      'for a country where none is known',
      price('p', { list: list({ countries: ['FR'] }) }),
      { country: null },
      'country',
    ],
    [
      'for another customer group',
      price('p', { list: list({ customerGroups: ['vip'] }) }),
      {},
      'customer_group',
    ],
    [
      'before it begins',
      price('p', { list: list({ startsAt: '2026-07-01T00:00:00.000Z' }) }),
      {},
      'date_window',
    ],
    [
      'at the moment it ends',
      price('p', { list: list({ endsAt: '2026-06-15T12:00:00.000Z' }) }),
      {},
      'date_window',
    ],
    ['below its tier', price('p', { minimumQuantity: 5 }), { quantity: 4 }, 'quantity_tier'],
  ])('%s', (_name, candidate, asked, rule) => {
    const [explained] = explainPrices([candidate], request(asked));
    expect(explained).toMatchObject({ outcome: 'not_applicable', rule });
    expect(selectPrice([candidate], request(asked))).toBeUndefined();
  });
});

test('every candidate is explained, the winner first', () => {
  const explained = explainPrices(
    [price('base'), price('dollar', { currency: 'USD' }), price('sale', { amount: 800, list: list() })],
    request(),
  );
  expect(explained.map(({ candidate, outcome, rule }) => `${candidate.id} ${outcome} ${rule}`)).toEqual([
    'sale selected selected',
    'base outranked price_list',
    'dollar not_applicable currency',
  ]);
  expect(explained[1]?.reason).toBe('Outranked by sale: prices of price lists go before base prices.');
});

test('whatever the order of the candidates, the same price wins', () => {
  const random = (() => {
    let seed = 42;
    return (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
  })();
  const some = <Value>(values: readonly Value[]): Value[] => values.filter(() => random(2) === 1);
  for (let round = 0; round < 300; round += 1) {
    const candidates = Array.from({ length: 8 }, (_, index) =>
      price(`price_${index}`, {
        amount: 100 + random(3),
        minimumQuantity: 1 + random(3),
        list:
          random(3) === 0
            ? null
            : list({
                priority: random(2),
                channels: some(['web', 'b2b']),
                countries: some(['DE', 'FR']),
                customerGroups: some(['vip']),
                startsAt: random(2) === 0 ? null : '2026-01-01T00:00:00.000Z',
              }),
      }),
    );
    const asked = request({ quantity: 1 + random(3), customerGroup: random(2) === 0 ? null : 'vip' });
    const winner = selectPrice(candidates, asked);
    expect(selectPrice([...candidates].reverse(), asked)).toBe(winner);
    const applicable = explainPrices(candidates, asked).filter(({ outcome }) => outcome !== 'not_applicable');
    expect(applicable.every(({ candidate }) => !winner || comparePrices(winner, candidate) <= 0)).toBe(true);
    expect(applicable.length > 0).toBe(winner !== undefined);
  }
});
