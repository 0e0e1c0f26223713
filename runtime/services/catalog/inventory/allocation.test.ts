import { describe, expect, test } from 'vitest';
import { allocate, locationsServing, sellableUnits } from './allocation.ts';
import type { Location } from './collections.ts';
import type { StoredLevel } from './stock.ts';

const time = '2026-01-01T00:00:00.000Z';

function location(id: string, changes: Partial<Location> = {}): Location {
  const fields = { version: 1, createdAt: time, updatedAt: time, name: id, country: null };
  return { id, ...fields, channels: [], priority: 0, isActive: true, ...changes };
}

function level(locationId: string, onHand: number, changes: Partial<StoredLevel> = {}): StoredLevel {
  const fields = { id: `level_${locationId}`, version: 1, createdAt: time, updatedAt: time };
  return { ...fields, locationId, onHand, reserved: 0, safetyStock: 0, ...changes };
}

describe('where a quantity is held', () => {
  const north = location('north', { priority: 10 });
  const south = location('south');
  const east = location('east');
  const all = [south, east, north];

  test.each([
    {
      name: 'the highest priority goes first',
      quantity: 2,
      levels: [level('south', 9), level('north', 2)],
      expected: [{ locationId: 'north', quantity: 2 }],
    },
    {
      name: 'of equal priority, where most is available',
      quantity: 3,
      levels: [level('south', 4), level('east', 5)],
      expected: [{ locationId: 'east', quantity: 3 }],
    },
    {
      name: 'of equal priority and stock, the older location',
      quantity: 1,
      levels: [level('south', 4), level('east', 4)],
      expected: [{ locationId: 'east', quantity: 1 }],
    },
    {
      name: 'over several locations where one is not enough',
      quantity: 8,
      levels: [level('south', 4), level('east', 5), level('north', 1)],
      expected: [
        { locationId: 'north', quantity: 1 },
        { locationId: 'east', quantity: 5 },
        { locationId: 'south', quantity: 2 },
      ],
    },
    {
      name: 'without what is reserved and kept back',
      quantity: 3,
      levels: [level('north', 5, { reserved: 2, safetyStock: 2 }), level('east', 2)],
      expected: [
        { locationId: 'north', quantity: 1 },
        { locationId: 'east', quantity: 2 },
      ],
    },
  ])('$name', ({ quantity, levels, expected }) => {
    expect(allocate(quantity, 'track', levels, all)).toEqual({
      outcome: 'allocated',
      allocations: expected,
      backordered: 0,
    });
  });

  test('all or nothing where stock is tracked', () => {
    expect(allocate(8, 'track', [level('north', 4), level('south', 3)], all)).toEqual({
      outcome: 'out_of_stock',
      available: 7,
    });
  });

  test('what one location is oversold by takes nothing from another', () => {
    const levels = [level('north', 0, { reserved: 5 }), level('south', 3)];
    expect(sellableUnits(levels, all)).toBe(3);
    expect(allocate(3, 'track', levels, all)).toMatchObject({
      allocations: [{ locationId: 'south', quantity: 3 }],
    });
  });

  test('a backorder is owed by the first location', () => {
    expect(allocate(10, 'backorder', [level('north', 1), level('south', 3)], all)).toEqual({
      outcome: 'allocated',
      allocations: [
        { locationId: 'north', quantity: 7 },
        { locationId: 'south', quantity: 3 },
      ],
      backordered: 6,
    });
  });

  test('a backorder without any location is owed by none', () => {
    expect(allocate(2, 'backorder', [], [])).toEqual({
      outcome: 'allocated',
      allocations: [],
      backordered: 2,
    });
  });

  test('untracked units are held nowhere', () => {
    expect(allocate(2, 'untracked', [level('north', 0)], all)).toEqual({
      outcome: 'allocated',
      allocations: [],
      backordered: 0,
    });
  });
});

describe('which locations serve a channel', () => {
  const everywhere = location('everywhere');
  const shop = location('shop', { channels: ['pos'] });
  const closed = location('closed', { isActive: false });

  test('those that name it, those that name none, and no closed ones', () => {
    expect(locationsServing([everywhere, shop, closed], 'pos')).toEqual([everywhere, shop]);
    expect(locationsServing([everywhere, shop, closed], 'web')).toEqual([everywhere]);
  });

  test('every open one where no channel is named', () => {
    expect(locationsServing([everywhere, shop, closed], undefined)).toEqual([everywhere, shop]);
  });
});
