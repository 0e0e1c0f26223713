import { describe, expect, test } from 'vitest';
import { anOrder, aPayment, eur, idOf, pageOf } from './given-order.ts';
import { type Script, scriptedStore } from './scripted-store.ts';

const payment = aPayment();
const id = payment.id;
const found: Script = {
  'orders.orders.search': () => pageOf(anOrder()),
  'payments.payments.list': () => pageOf(payment),
  'payments.payments.get': () => payment,
};
const refund = {
  ...{
    id: idOf('rfnd'),
    version: 1,
    createdAt: payment.createdAt,
    updatedAt: payment.updatedAt,
    paymentId: id,
  },
  ...{
    orderId: payment.orderId,
    provider: 'stripe',
    state: 'succeeded',
    amount: eur(500),
    reason: 'duplicate',
  },
  ...{ note: null, reference: null, failure: null, providerReference: 're_1' },
};

describe('hp payments', () => {
  test('lists those of an order, and shows one with its refunds and its ledger', async () => {
    const movement = {
      ...{
        id: idOf('ltx'),
        version: 1,
        createdAt: payment.createdAt,
        updatedAt: payment.updatedAt,
        paymentId: id,
      },
      ...{ provider: 'stripe', kind: 'capture', reference: null, occurredAt: payment.createdAt },
      entries: [
        { account: 'provider:stripe', amount: eur(3570) },
        { account: 'sales', amount: eur(-3570) },
      ],
    };
    const store = await scriptedStore({
      ...found,
      'payments.refunds.list': () => pageOf(refund),
      'payments.disputes.list': () => pageOf(),
      'payments.ledger.list': () => pageOf(movement),
    });
    const { stdout } = await store.run('payments', 'list', '--order', '1001');
    expect(stdout).toMatch(new RegExp(`${id} +stripe +captured +35\\.70 EUR`));
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const shown = await store.run('payments', 'show', '1001');
    for (const text of ['visa •••• 4242', 'pi_123', 'duplicate', 'provider:stripe', '-35.70 EUR'])
      expect(shown.stdout).toContain(text);
  });

  test('captures, refunds and cancels; the last two only with a yes', async () => {
    const store = await scriptedStore({
      ...found,
      'payments.payments.capture': () => aPayment({ captured: eur(2000) }),
      'payments.payments.refund': () => refund,
      'payments.payments.cancel': () => aPayment({ state: 'cancelled' }),
    });
    const captured = await store.run('payments', 'capture', id, '--amount', '20');
    expect(captured.stdout).toBe(`✔ ${id}: 20.00 EUR of 35.70 EUR captured`);
    for (const verb of ['refund', 'cancel']) {
      const asked = await store.run('payments', verb, id);
      expect(asked.exitCode).toBe(64);
      expect(asked.stderr).toContain('--yes');
    }
    expect(store.writes()).toHaveLength(1);
    const back = await store.run(
      'payments',
      'refund',
      id,
      '--amount',
      '5.00',
      '--reason',
      'duplicate',
      '--yes',
    );
    expect(back.stdout).toContain('5.00 EUR refunded');
    const gone = await store.run('payments', 'cancel', id, '--reason', 'fraudulent', '--yes');
    expect(gone.stdout).toBe(`✔ ${id} is cancelled`);
    expect(store.writes().map(({ input }) => input)).toEqual([
      { paymentId: id, amount: eur(2000) },
      { paymentId: id, amount: eur(500), reason: 'duplicate' },
      { paymentId: id, reason: 'fraudulent' },
    ]);
  });

  test('asks which one where an order has several', async () => {
    const store = await scriptedStore({
      ...found,
      'payments.payments.list': () => pageOf(payment, aPayment({ id: idOf('pay', 'B') })),
    });
    const { stderr, exitCode } = await store.run('payments', 'capture', '1001');
    expect(exitCode).toBe(64);
    expect(stderr).toContain(`${id}, ${idOf('pay', 'B')}`);
  });
});

describe('hp payments reconcile', () => {
  const figures = (captured: number) => [
    { currency: 'EUR', captured, refunded: 0, net: captured, fees: 133 },
  ];
  const methods = ['stripe', 'stripe', 'manual'].map((provider) => ({
    ...{ provider, method: null, name: provider, kind: 'card', instructions: null },
  }));
  const page = {
    provider: 'stripe',
    comparison: 'each_payment',
    checked: 1,
    isBalanced: true,
    differences: [],
    next: null,
  };
  const same = { ...page, ours: figures(3570), theirs: figures(3570) };

  test('ends with 0 where the books agree, over all pages', async () => {
    const store = await scriptedStore({
      'payments.methods.list': () => ({ methods }),
      'payments.ledger.reconcile': ({ after }) => ({ ...same, next: after === undefined ? 'more' : null }),
    });
    const { stdout, stderr, exitCode } = await store.run('payments', 'reconcile');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/stripe +2 +71\.40 EUR +71\.40 EUR +2\.66 EUR +same/);
    expect(stderr).toContain('stripe can not list what it has');
    expect(stdout).toContain('✔ the books agree on 2 payments');
  });

  test('ends with 2 where they differ, and says where and what to do', async () => {
    const difference = {
      ...{
        paymentId: id,
        providerReference: 'pi_123',
        kind: 'refunded',
        currency: 'EUR',
        ours: 3570,
        theirs: 3070,
      },
      ...{ message: 'The provider refunded more.', hint: 'Refresh the payment.' },
    };
    const store = await scriptedStore({
      'payments.ledger.reconcile': () => ({
        ...{ ...same, isBalanced: false, theirs: figures(3070), differences: [difference] },
      }),
    });
    const args = ['payments', 'reconcile', '--provider', 'stripe'];
    const { stdout, exitCode } = await store.run(...args);
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/stripe +1 +35\.70 EUR +30\.70 EUR +1\.33 EUR +5\.00 EUR/);
    expect(stdout).toContain('Refresh the payment.');
    const json = await store.run(...args, '--json');
    expect(json.exitCode).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: true, data: { isBalanced: false } });
  });
});
