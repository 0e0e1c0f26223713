import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { completeFraud } from '../../runtime/config/fraud-rules.ts';
import { openPostgresEngine, openSqliteEngine } from '../../runtime/store/index.ts';
import type { OpenEngine } from '../catalog/given-store.ts';
import { testEncryptionKeys as encryptionKeys } from '../encryption-keys.ts';
import { fashionConfig } from '../fixtures/store-config.ts';
import { dumpDatabase, startPostgres } from '../postgres-server.ts';
import { givenCheckout } from './given-checkout.ts';

/** An engine, and everything that lies on its disk. */
interface Disk {
  readonly openEngine: OpenEngine;
  contents(): Promise<string>;
}

async function sqliteDisk(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'headlesspro-personal-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return {
    openEngine: (collections, clock) =>
      openSqliteEngine({ path: join(folder, 'store.db'), collections, clock, encryptionKeys }),
    async contents() {
      const files = (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1'));
      return (await Promise.all(files)).join('\n');
    },
  };
}

async function postgresDisk(): Promise<Disk> {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const connectionString = await server.createDatabase();
  return {
    openEngine: (collections, clock) =>
      openPostgresEngine({ connectionString, collections, clock, encryptionKeys }),
    contents: () => dumpDatabase(connectionString),
  };
}

const address = {
  ...{ country: 'DE', firstName: 'Wilhelmina', lastName: 'Grauenfels', addressLine1: 'Kastanienweg 17' },
  ...{ city: 'Berlin', postalCode: '10119' },
};
const line = { giftMessage: 'Congratulations!', customData: [{ name: 'engraving', value: 'Forever' }] };

/** What a shopper would not want to be read from a disk that was lost. */
const personal = /grauenfels|wilhelmina|kastanienweg|congratulations|forever|backyard/i;

describe.each([
  ['SQLite', sqliteDisk],
  ['PostgreSQL', postgresDisk],
])('personal data on %s', (_name, makeDisk) => {
  test('of a cart stands nowhere on the disk, nor does its token', { timeout: 60_000 }, async () => {
    const disk = await makeDisk();
    const store = await givenCheckout(disk.openEngine);
    onTestFinished(() => store.close());
    const variantId = await store.variant();
    await store.promotion({ kind: 'percentage', percentage: 10, code: 'SAVE10', usageLimitPerCustomer: 1 });
    const input = { email: 'Wilhelmina.Grauenfels@example.com', note: 'Ring in the backyard.' };
    const send = () => store.request('POST /v1/carts', input, { 'idempotency-key': 'cart-1' });
    const created = await send();
    expect((await send()).body).toEqual(created.body);
    const cart = { id: created.body.cart.id, token: created.body.token };
    await store.at(cart, 'POST lines', { lines: [{ variantId, ...line }] });
    await store.at(cart, 'PATCH', { shippingAddress: address, billingAddress: address });
    await store.at(cart, 'POST codes', { code: 'SAVE10' });
    await store.at(cart, 'PUT shipping-method', { method: 'standard' });
    const read = await store.read(cart);
    expect(JSON.stringify(read)).toMatch(personal);
    await store.at(cart, 'POST checkout');
    await store.at(cart, 'POST checkout/leave');
    const events = (await store.events()).filter(({ type }) => type.startsWith('cart.'));
    expect(JSON.stringify(events)).toMatch(personal);
    const contents = await disk.contents();
    expect(contents).toContain(cart.id);
    expect(contents).toContain('cart.updated');
    expect(contents.match(personal)).toBeNull();
    expect(contents.includes(cart.token)).toBe(false);
  });

  test("of a reviewer's note about a purchase stands nowhere on the disk", { timeout: 60_000 }, async () => {
    const disk = await makeDisk();
    const store = await givenCheckout(disk.openEngine);
    onTestFinished(() => store.close());
    await store.configure({ ...fashionConfig, fraud: completeFraud() });
    const { body: assessment } = await store.request('POST /v1/fraud/assessments', {
      ...{ amount: { amount: 24_900, currency: 'EUR' }, email: 'someone@mailinator.com' },
      payment: { provider: 'stripe', riskScore: 70 },
    });
    expect(assessment).toMatchObject({ state: 'in_review' });
    const approved = await store.request(`POST /v1/fraud/assessments/${assessment.id}/approve`, {
      ...{ reviewer: 'Wilhelmina', note: 'Called Mr Grauenfels of Kastanienweg.' },
    });
    expect(approved.body.verdict).toMatchObject({ note: expect.stringMatching(personal) });
    expect((await store.request(`GET /v1/fraud/assessments/${assessment.id}`)).body).toEqual(approved.body);
    const contents = await disk.contents();
    expect(contents).toContain(assessment.id);
    expect(contents.match(personal)).toBeNull();
  });
});
