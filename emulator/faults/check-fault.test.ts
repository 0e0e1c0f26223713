import { expect, test } from 'vitest';
import { checkFault, type Targets } from './check-fault.ts';
import type { FaultInput } from './fault.ts';

const targets: Targets = {
  operations: new Map([
    ['catalog.products.list', new Map()],
    ['checkout.carts.get', new Map()],
  ]),
  providers: new Map([['stripe', []]]),
  endpoints: ['search', 'whe_01JDXK5W0V8R9Q2T4M6N8P0S2A', 'integration:depot'],
};

const errorsOf = (target: Omit<FaultInput, 'kind'>) =>
  checkFault({ kind: 'drop', ...target }, targets).errors;

test.each([
  [{ operation: 'catalog.*' }],
  [{ operation: '*' }],
  [{ provider: 'stripe' }],
  [{ endpoint: 'search' }],
  [{ endpoint: 'integration:*' }],
])('%j strikes something', (target) => {
  expect(errorsOf(target)).toEqual([]);
});

test.each([
  [
    { operation: 'catalog.product.*' },
    '"catalog.product.*" means no operation. Did you mean "catalog.products.*"?',
  ],
  [{ operation: '' }, '"" is not a known operation. Known: catalog.products.list, checkout.carts.get.'],
  [{ provider: 'strype' }, '"strype" is not a known provider. Did you mean "stripe"?'],
  [{ endpoint: 'integrations:*' }, '"integrations:*" means no endpoint. Did you mean "integration:*"?'],
  // `sear.*` would be none either.
  [{ endpoint: 'searh*' }, '"searh*" means no endpoint.'],
])('%j strikes nothing, which is said', (target, message) => {
  expect(errorsOf(target)).toEqual([{ pointer: `/${Object.keys(target)[0]}`, message }]);
});
