import { describe, expect, test } from 'vitest';
import { anEdit, anEditPreview } from './given-edit.ts';
import { anOrder, idOf, pageOf } from './given-order.ts';
import { type Script, scriptedStore } from './scripted-store.ts';

const order = anOrder();
const found: Script = { 'orders.orders.search': () => pageOf(order) };

describe('hp orders edit', () => {
  const script: Script = {
    ...found,
    'orders.edits.preview': () => anEditPreview,
    'orders.edits.apply': () => ({ edit: anEdit, order }),
  };
  const args = ['orders', 'edit', '1001', '--set', 'SHIRT-A:3'];

  test('shows what it would be, and changes nothing without an answer', async () => {
    const store = await scriptedStore(script);
    const asked = await store.run(...args);
    expect([asked.exitCode, asked.stderr]).toEqual([64, expect.stringContaining('--yes')]);
    const { stdout } = await store.run(...args, '--preview');
    expect(stdout).toMatch(/together +47\.60 EUR/);
    expect(stdout).toMatch(/still to be paid +11\.90 EUR/);
    expect(store.writes()).toEqual([]);
    expect((await store.run('orders', 'edit', '1001')).stderr).toContain('--set');
  });

  test('does what was shown, and nothing else', async () => {
    const store = await scriptedStore(script);
    const more = ['--remove', idOf('line', 'A'), '--add', `${idOf('var', 'B')}:2`, '--delivery', 'express'];
    const { stdout } = await store.run(...args, '--reason', 'Asked', '--yes');
    expect(stdout).toBe('✔ order 1001 costs 47.60 EUR now; 11.90 EUR still to be paid');
    const lineId = idOf('line', 'A');
    const difference = { expectedDifference: 1190 };
    expect(store.writes()[0]?.input).toEqual({
      ...{ orderId: order.id, lines: [{ lineId, quantity: 3 }], ...difference, reason: 'Asked' },
    });
    await store.run('orders', 'edit', '1001', ...more, '--yes', '--json');
    expect(store.writes()[1]?.input).toEqual({
      ...{ orderId: order.id, lines: [{ lineId, quantity: 0 }], ...difference, shippingMethod: 'express' },
      addLines: [{ variantId: idOf('var', 'B'), quantity: 2 }],
    });
  });

  test('says what stands in the way', async () => {
    const problem = {
      pointer: '/lines/0/quantity',
      code: 'insufficient_stock',
      message: 'Too few are left.',
    };
    const problems = [{ ...problem, hint: 'Lower the quantity to 2.', blocks: 'checkout' }];
    const store = await scriptedStore({
      ...script,
      'orders.edits.preview': () => ({ ...anEditPreview, problems }),
    });
    const { stderr, exitCode } = await store.run(...args, '--yes');
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('Lower the quantity to 2.')]);
  });
});
