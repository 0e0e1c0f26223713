import { expect, test } from 'vitest';
import { trackingOf } from './tracking-of.ts';

test('what is empty is not known, and what is left out stays as it is', () => {
  expect(trackingOf({ carrier: '', number: 'JD01' })).toEqual({ carrier: null, number: 'JD01' });
});

test('what a partner adds has no effect', () => {
  const told = { number: 'JD01', url: null, service: 'express' };
  expect(trackingOf(told)).toEqual({ number: 'JD01', url: null });
});
