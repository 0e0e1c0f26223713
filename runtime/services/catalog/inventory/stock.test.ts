import { describe, expect, test } from 'vitest';
import { adjustLevels } from './adjustment-rules.ts';
import {
  type Allocation,
  availableAt,
  holdUnits,
  releaseUnits,
  type StoredLevel,
  shipUnits,
} from './stock.ts';

const now = '2026-01-01T00:00:00.000Z';

/** A small deterministic generator (mulberry32), so that a failing run can be repeated by its seed. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const seeds = Array.from({ length: 50 }, (_, index) => index + 1);

describe('whatever happens to a stock', () => {
  test.each(seeds)('the books balance (seed %i)', (seed) => {
    const random = generator(seed);
    let count = 0;
    const create = () => `level_${++count}`;
    let levels: readonly StoredLevel[] = [];
    const held: Allocation[] = [];
    const history = new Map<string, number>();
    const record = (locationId: string, change: number) =>
      history.set(locationId, (history.get(locationId) ?? 0) + change);

    for (let step = 0; step < 200; step += 1) {
      const locationId = `loc_${random(3)}`;
      switch (random(5)) {
        case 0: {
          const wanted = { locationId, change: random(40) - 15, reason: 'correction' };
          const adjusted = adjustLevels(levels, wanted, now, create);
          if (!('level' in adjusted)) break;
          levels = adjusted.levels;
          record(locationId, adjusted.change);
          break;
        }
        case 1: {
          const wanted = { locationId, onHand: random(30), safetyStock: random(4), reason: 'counted' };
          const adjusted = adjustLevels(levels, wanted, now, create);
          if (!('level' in adjusted)) break;
          levels = adjusted.levels;
          record(locationId, adjusted.change);
          break;
        }
        case 2: {
          const allocation = { locationId, quantity: 1 + random(6) };
          levels = holdUnits(levels, [allocation], now, create);
          held.push(allocation);
          break;
        }
        case 3: {
          const [allocation] = held.splice(random(held.length + 1), 1);
          if (allocation) levels = releaseUnits(levels, [allocation], now);
          break;
        }
        case 4: {
          const [allocation] = held.splice(random(held.length + 1), 1);
          if (!allocation) break;
          levels = shipUnits(levels, [allocation], now);
          record(allocation.locationId, -allocation.quantity);
          break;
        }
      }
      for (const level of levels) {
        const promised = held.filter((allocation) => allocation.locationId === level.locationId);
        expect(level.onHand).toBe(history.get(level.locationId) ?? 0);
        expect(level.reserved).toBe(promised.reduce((sum, { quantity }) => sum + quantity, 0));
        expect(availableAt(level)).toBe(level.onHand - level.reserved - level.safetyStock);
      }
    }
    expect(new Set(levels.map((level) => level.locationId)).size).toBe(levels.length);
  });
});

describe('an adjustment', () => {
  const create = () => 'level_new';
  const three: readonly StoredLevel[] = [
    {
      ...{ id: 'level_1', locationId: 'loc_1', onHand: 3, reserved: 1, safetyStock: 0 },
      ...{ version: 1, createdAt: now, updatedAt: now },
    },
  ];

  test.each([
    { wanted: {}, pointer: '', says: 'needs' },
    { wanted: { change: 1, onHand: 4 }, pointer: '/onHand', says: 'not both' },
    { wanted: { change: -4 }, pointer: '/change', says: 'there are 3 to take from' },
    { wanted: { change: Number.MAX_SAFE_INTEGER }, pointer: '/change', says: 'counted exactly' },
  ])('is refused: $says', ({ wanted, pointer, says }) => {
    const adjusted = adjustLevels(
      three,
      { locationId: 'loc_1', reason: 'correction', ...wanted },
      now,
      create,
    );
    expect(adjusted.faults).toEqual([{ pointer, message: expect.stringContaining(says) }]);
  });

  test('that changes nothing keeps the very same levels', () => {
    const wanted = { locationId: 'loc_1', onHand: 3, reason: 'imported' };
    expect(adjustLevels(three, wanted, now, create)).toMatchObject({ change: 0, isRecorded: false });
    const adjusted = adjustLevels(three, wanted, now, create);
    expect('levels' in adjusted && adjusted.levels).toBe(three);
  });

  test('a count that confirms the number is recorded all the same', () => {
    const wanted = { locationId: 'loc_1', onHand: 3, reason: 'counted' };
    expect(adjustLevels(three, wanted, now, create)).toMatchObject({ change: 0, isRecorded: true });
  });

  test('may leave less than is promised: the level is oversold', () => {
    const wanted = { locationId: 'loc_1', change: -3, reason: 'damaged' };
    const adjusted = adjustLevels(three, wanted, now, create);
    expect('level' in adjusted && availableAt(adjusted.level)).toBe(-1);
  });
});
