import { expect, test } from 'vitest';
import { customerIdentity } from './customer-identity.ts';

test('a customer who signed in is one customer, whatever the e-mail address', () => {
  expect(customerIdentity({ customerId: 'ada', email: 'a@example.com' })).toBe('ada');
});

test('a guest is whoever has the e-mail address, in any case, and the address is not kept', () => {
  const identity = customerIdentity({ customerId: null, email: 'Ada@Example.com' });
  expect(identity).toBe(customerIdentity({ customerId: null, email: 'ada@example.com' }));
  expect(identity).not.toContain('example');
});

test('of a guest without an address nothing is known', () => {
  expect(customerIdentity({ customerId: null, email: null })).toBeNull();
});
