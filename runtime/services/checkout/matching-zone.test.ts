import { expect, test } from 'vitest';
import { matchingZone } from './matching-zone.ts';

const zones = [
  { key: 'everywhere', countries: ['*'], regions: [] },
  { key: 'states', countries: ['US'], regions: [] },
  { key: 'california', countries: [], regions: ['US-CA'] },
];

test.each([
  ['US', 'CA', 'california'],
  ['US', 'NY', 'states'],
  ['US', null, 'states'],
  ['CA', 'CA', 'everywhere'],
  [null, null, undefined],
])('%s %s is served by %s', (country, region, key) => {
  expect(matchingZone(zones, { country, region })?.key).toBe(key);
});
