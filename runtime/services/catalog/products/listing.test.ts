import { describe, expect, test } from 'vitest';
import { nextChangeAt, visibleChannels } from './listing.ts';
import type { Product } from './product.ts';

const noon = '2026-03-01T12:00:00.000Z';
const morning = '2026-03-01T09:00:00.000Z';
const evening = '2026-03-01T18:00:00.000Z';

function published(from: string | null, until: string | null, status: Product['status'] = 'active') {
  return { status, publications: [{ channel: 'web', from, until }] };
}

describe('a product is visible in a channel', () => {
  test.each<[string, ReturnType<typeof published>, boolean]>([
    ['without limits of time', published(null, null), true],
    ['from the very moment its publication begins', published(noon, null), true],
    ['not before it begins', published(evening, null), false],
    ['until the moment it ends', published(null, evening), true],
    ['not from that moment on', published(null, noon), false],
    ['not as a draft', published(null, null, 'draft'), false],
    ['not when it is archived', published(morning, evening, 'archived'), false],
  ])('%s', (_, product, isVisible) => {
    expect(visibleChannels(product, noon)).toEqual(isVisible ? ['web'] : []);
  });
});

test('the next change is the first beginning or end to come, and none for a draft', () => {
  expect(nextChangeAt(published(morning, evening), noon)).toBe(evening);
  expect(nextChangeAt(published(morning, null), noon)).toBeNull();
  expect(nextChangeAt(published(null, noon), noon)).toBeNull();
  expect(nextChangeAt(published(evening, null, 'draft'), noon)).toBeNull();
});
