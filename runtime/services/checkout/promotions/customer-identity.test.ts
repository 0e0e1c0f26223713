import { expect, test } from 'vitest';
import { customerIdentity } from './customer-identity.ts';

const context = { digestOf: async (text: string) => Buffer.from(text).toString('hex') };

test('a customer who signed in is one customer, whatever the e-mail address', async () => {
  expect(await customerIdentity(context, { customerId: 'ada', email: 'a@example.com' })).toBe('ada');
});

test('a guest is whoever has the e-mail address, in any case, and the address is not kept', async () => {
  const identity = await customerIdentity(context, { customerId: null, email: 'Ada@Example.com' });
  expect(identity).toBe(await customerIdentity(context, { customerId: null, email: 'ada@example.com' }));
  expect(identity).not.toContain('example');
});

test('of a guest without an address nothing is known', async () => {
  expect(await customerIdentity(context, { customerId: null, email: null })).toBeNull();
});
