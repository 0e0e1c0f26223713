import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createControlClient } from '../../../emulator/controls/control-client.ts';
import { type Emulator, startEmulator } from '../../../emulator/index.ts';
import { seedNamed } from '../../../emulator/seeds/index.ts';
import { createClient } from '../../../runtime/client/index.ts';
import { parseConfig } from '../../../runtime/config/index.ts';
import { createContract } from '../../../runtime/contract/contract.ts';
import { watchEvents } from './await-event.ts';
import { readShop } from './read-shop.ts';
import { recipes, steps, stepsFor } from './recipes.ts';
import { type Execute, runRecipe } from './run-recipe.ts';
import type { Call } from './step.ts';

const { config } = parseConfig(seedNamed('fashion').build().config);
const contract = createContract(config);

test('every recipe is of an event that there is, and every step leads somewhere', () => {
  expect(Object.keys(recipes).filter((event) => !contract.events.has(event))).toEqual([]);
  const used = new Set(Object.values(recipes).flatMap(stepsFor));
  expect(Object.keys(steps).filter((name) => !used.has(name))).toEqual([]);
});

describe('against a store', () => {
  let emulator: Emulator;
  const directory = mkdtempSync(join(tmpdir(), 'trigger-'));
  const execute: Execute = (id, input, file) =>
    createClient(emulator).execute(contract.operation(id), input, file);

  beforeAll(async () => {
    emulator = await startEmulator({ directory, config, port: 0, host: '127.0.0.1', seed: 'empty' });
  });
  afterAll(async () => {
    await emulator.close();
    rmSync(directory, { recursive: true });
  });

  test.each(Object.entries(recipes))('%s happens', async (event, step) => {
    const shop = await readShop(config, execute as Call);
    const watch = await watchEvents(emulator);
    await runRecipe(step, shop, [], execute);
    expect(await watch.until(event)).toMatchObject({ type: event });
  });

  test('an overridden value reaches the platform', async () => {
    const shop = await readShop(config, execute as Call);
    const path = ['lines', '0', 'quantity'];
    const done = await runRecipe('cart', shop, [{ step: 'cart', path, value: 7 }], execute);
    const read = await execute('checkout.carts.get', { cartId: done.at(-1)?.id });
    expect(read).toMatchObject({ lines: [{ quantity: 7 }] });
  });

  test('an overridden step is done, though what it makes is there already', async () => {
    const shop = await readShop(config, execute as Call);
    await runRecipe('stock', shop, [], execute);
    const override = { step: 'warehouse', path: ['name'], value: 'Berlin' };
    const done = await runRecipe('stock', { ...shop, mark: `${shop.mark}b` }, [override], execute);
    expect(done.map(({ step }) => step)).toContain('warehouse');
    expect(await execute('catalog.locations.list', {})).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ name: 'Berlin' })]),
    });
  });

  test.each([
    ['a field that the step has not', ['emial'], 'invalid_input'],
    ['a word where a list is', ['lines', 'first', 'quantity'], 'no_such_place'],
  ])('an override of %s is refused', async (_what, path, code) => {
    const shop = await readShop(config, execute as Call);
    const override = { step: 'cart', path, value: 7 };
    await expect(runRecipe('cart', shop, [override], execute)).rejects.toMatchObject({ code });
  });

  test('an override of a step that is left out is refused', async () => {
    const shop = { ...(await readShop(config, execute as Call)), shippingMethod: undefined };
    const override = { step: 'shippingMethod', path: ['method'], value: 'express' };
    await expect(runRecipe('checkout', shop, [override], execute)).rejects.toMatchObject({
      code: 'step_left_out',
    });
  });

  test('everything on the way happens too', async () => {
    const { data } = await createControlClient(emulator).call('journal.list', {
      kind: 'event',
      pageSize: 500,
    });
    const types = new Set(data.map(({ type }) => type));
    expect([...types]).toEqual(
      expect.arrayContaining(['inventory.reserved', 'cart.completed', 'order.paid']),
    );
  });
});
