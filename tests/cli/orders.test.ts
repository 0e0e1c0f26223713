import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anEdit } from './given-edit.ts';
import { aLine, anOrder, eur, idOf, pageOf } from './given-order.ts';
import { emptyFolder } from './run-hp.ts';
import { type Script, ScriptedProblem, scriptedStore } from './scripted-store.ts';

const order = anOrder();
const found: Script = {
  'orders.orders.search': ({ query }) =>
    pageOf(...(query === '1001' ? [anOrder({ id: idOf('ord', 'B'), number: '10011' }), order] : [])),
  'orders.orders.list': () => pageOf(order),
  'orders.orders.get': () => order,
};

const planned = {
  ...{
    id: idOf('ful'),
    version: 1,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    orderId: order.id,
  },
  ...{ number: '1001-F1', state: 'planned', locationId: null, packedAt: null, shippedAt: null },
  ...{ deliveredAt: null, endedAt: null, reason: null },
  lines: [{ lineId: idOf('line', 'A'), variantId: idOf('var', 'A'), quantity: 2 }],
  tracking: { carrier: 'DHL', number: '0034', url: null },
};

const figures = {
  ...{ amount: eur(1190), shipping: eur(0), other: eur(0) },
  lines: [{ lineId: idOf('line', 'A'), quantity: 1, amount: eur(1190) }],
  parts: [{ paymentId: idOf('pay'), provider: 'stripe', amount: eur(1190), refundId: idOf('rfnd') }],
};
const refund = {
  ...{
    id: idOf('oref'),
    version: 1,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    orderId: order.id,
  },
  ...{ state: 'completed', failure: null, kind: 'refund', returnId: null, reason: 'Too small', ...figures },
};

describe('hp orders list', () => {
  test('shows a row an order in 80 columns, and passes the filters on', async () => {
    const store = await scriptedStore({
      'orders.orders.list': () => ({ ...pageOf(order), page: { next: 'more' } }),
    });
    const filters = ['--payment', 'captured', '--since', '2026-03-01T00:00:00Z', '--limit', '1'];
    const { stdout, stderr, exitCode } = await store.run('orders', 'list', ...filters);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^order +placed +state +payment +fulfilment +total\n/);
    expect(stdout).toMatch(/\n1001 +2026-0\d-\d\d +confirmed +captured +unfulfilled +35\.70 EUR$/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stderr).toContain('--limit');
    expect(store.asked[0]?.input).toEqual({
      ...{ paymentState: 'captured', placedFrom: '2026-03-01T00:00:00.000Z', pageSize: 1 },
    });
  });

  test('searches, and answers the envelope with --json', async () => {
    const store = await scriptedStore(found);
    const { stdout } = await store.run('orders', 'list', '--search', '1001', '--json');
    const { ok, command, data } = JSON.parse(stdout);
    expect({ ok, command }).toEqual({ ok: true, command: 'orders list' });
    expect(data).toMatchObject({
      hasMore: false,
      orders: [{ number: '10011' }, { number: '1001', totals: {} }],
    });
    const both = await store.run('orders', 'list', '--search', '1001', '--state', 'open');
    expect(both.exitCode).toBe(64);
    expect(both.stderr).toContain('--search');
  });
});

describe('an order', () => {
  test('is shown by its number, with what became of it', async () => {
    const store = await scriptedStore({
      ...found,
      'orders.fulfilments.list': () => pageOf({ ...planned, state: 'shipped' }),
      'orders.orders.listRefunds': () => pageOf(refund),
    });
    const { stdout } = await store.run('orders', 'show', '#1001');
    for (const text of [
      'Order 1001',
      'ada@example.com',
      'Ada Berg',
      'SHIRT-A',
      '1001-F1',
      'DHL 0034',
      'Too small',
    ])
      expect(stdout).toContain(text);
    expect(stdout).toMatch(/total +35\.70 EUR/);
    expect(stdout).not.toContain('Edits');
    const changed = anOrder({ editedAt: order.createdAt });
    const again = await scriptedStore({
      'orders.orders.search': () => pageOf(changed),
      'orders.fulfilments.list': () => pageOf(),
      'orders.orders.listRefunds': () => pageOf(),
      'orders.edits.list': () => pageOf(anEdit),
    });
    expect((await again.run('orders', 'show', '1001')).stdout).toMatch(
      /Edits\n.*\n.* 11\.90 EUR +47\.60 EUR +Asked/,
    );
    const missing = await store.run('orders', 'show', '7', '--json');
    expect(missing.exitCode).toBe(1);
    expect(JSON.parse(missing.stdout).error.code).toBe('no_order');
  });
});

describe('hp orders fulfil', () => {
  const args = ['--line', 'SHIRT-A:2', '--carrier', 'DHL', '--tracking', '0034'];

  test('ships what is named', async () => {
    const store = await scriptedStore({
      ...found,
      'orders.fulfilments.create': () => planned,
      'orders.fulfilments.pack': () => ({ ...planned, state: 'packed' }),
      'orders.fulfilments.ship': () => ({ ...planned, state: 'shipped' }),
    });
    const { stdout, exitCode } = await store.run('orders', 'fulfil', '1001', ...args);
    expect([exitCode, stdout]).toEqual([
      0,
      '✔ 1001-F1 is shipped, tracked as DHL 0034\n  2 × SHIRT-A  Linen shirt',
    ]);
    expect(store.writes().map(({ id, input }) => [id, input])).toEqual([
      [
        'orders.fulfilments.create',
        {
          ...{ orderId: order.id, lines: [{ lineId: idOf('line', 'A'), quantity: 2 }] },
          tracking: { carrier: 'DHL', number: '0034' },
        },
      ],
      ['orders.fulfilments.pack', { fulfilmentId: planned.id }],
      ['orders.fulfilments.ship', { fulfilmentId: planned.id }],
    ]);
  });

  test('leaves nothing planned where it may not be shipped', async () => {
    const store = await scriptedStore({
      ...found,
      'orders.fulfilments.create': () => planned,
      'orders.fulfilments.pack': () => ({ ...planned, state: 'packed' }),
      'orders.fulfilments.ship': () => {
        throw new ScriptedProblem(409, 'order_not_paid', 'The order 1001 is not paid.');
      },
      'orders.fulfilments.cancel': () => ({ ...planned, state: 'cancelled' }),
    });
    const { stderr, exitCode } = await store.run('orders', 'fulfil', '1001');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('The order 1001 is not paid.');
    expect(store.writes().at(-1)?.id).toBe('orders.fulfilments.cancel');
  });

  test('names what the order has where a line is not one of it', async () => {
    const store = await scriptedStore(found);
    const { stderr, exitCode } = await store.run('orders', 'fulfil', '1001', '--line', 'HAT:1');
    expect(exitCode).toBe(64);
    expect(stderr).toContain('SHIRT-A, SHIRT-B');
    expect(store.writes()).toEqual([]);
  });
});

describe('hp orders refund', () => {
  const script: Script = {
    ...found,
    'orders.orders.previewRefund': () => ({ ...figures, refundable: eur(3570) }),
    'orders.orders.refund': () => refund,
  };

  test('shows what it would be, and refunds nothing without an answer', async () => {
    const store = await scriptedStore(script);
    const args = ['orders', 'refund', '1001', '--line', 'SHIRT-A:1'];
    const asked = await store.run(...args);
    expect(asked.exitCode).toBe(64);
    expect(asked.stderr).toContain('--yes');
    const looked = await store.run(...args, '--preview');
    expect(looked.exitCode).toBe(0);
    expect(looked.stdout).toContain('11.90 EUR to stripe');
    expect(store.writes()).toEqual([]);
  });

  test('gives back lines, shipping and an amount in the currency of the order', async () => {
    const store = await scriptedStore(script);
    const args = ['--line', 'SHIRT-A:1', '--shipping', '--amount', '2.50', '--reason', 'Too small', '--yes'];
    const { stdout } = await store.run('orders', 'refund', '1001', ...args);
    expect(stdout).toContain('✔ 11.90 EUR of order 1001 refunded');
    expect(store.writes()[0]?.input).toEqual({
      ...{ orderId: order.id, lines: [{ lineId: idOf('line', 'A'), quantity: 1 }], shipping: true },
      ...{ amount: 250, reason: 'Too small' },
    });
    const bad = await store.run('orders', 'refund', '1001', '--amount', '2.505', '--yes');
    expect(bad.exitCode).toBe(64);
    expect(bad.stderr).toContain('more digits after the point than EUR has');
    expect((await store.run('orders', 'refund', '1001', '--yes')).stderr).toContain('--all');
  });
});

describe('hp orders cancel', () => {
  test('asks, and says what is given back', async () => {
    let isCancelled = false;
    const store = await scriptedStore({
      ...found,
      'orders.orders.listRefunds': () =>
        isCancelled ? pageOf({ ...refund, kind: 'cancellation' }) : pageOf(),
      'orders.orders.cancel': () => {
        isCancelled = true;
        return anOrder({ state: 'cancelled' });
      },
    });
    const asked = await store.run('orders', 'cancel', '1001');
    expect([asked.exitCode, isCancelled]).toEqual([64, false]);
    expect(asked.stderr).toContain('Cancel order 1001 (35.70 EUR, captured)');
    const { stdout } = await store.run('orders', 'cancel', '1001', '--yes');
    expect(stdout).toBe('✔ order 1001 is cancelled; 11.90 EUR refunded');
  });
});

describe('hp orders export', () => {
  test('writes a row a line, readable by its user alone, without formulas', async () => {
    const store = await scriptedStore({
      'orders.orders.list': ({ after }) =>
        after === undefined
          ? { data: [order], page: { next: 'more' } }
          : pageOf(anOrder({ number: '1002', lines: [aLine('C', { title: 'Hat, "blue"' })] })),
    });
    const file = join(emptyFolder(), 'orders.csv');
    const { stdout } = await store.run('orders', 'export', file);
    expect(stdout).toContain('2 orders written');
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^Name,Email,/);
    expect(lines[1]).toContain(",'=1+1,");
    expect(lines[3]).toContain('"Hat, ""blue"" - M"');
    expect(statSync(file).mode & 0o077).toBe(0);
    const again = await store.run('orders', 'export', file);
    expect([again.exitCode, existsSync(file)]).toEqual([1, true]);
    expect(again.stderr).toContain('--force');
  });
});
