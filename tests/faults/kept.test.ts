import { afterAll, beforeAll, expect, test } from 'vitest';
import { createControlClient } from '../../emulator/controls/control-client.ts';
import { type GivenEmulator, givenEmulator } from '../sandboxes/given-emulator.ts';

let given: GivenEmulator;

beforeAll(async () => {
  given = await givenEmulator();
});

afterAll(() => given.close());

test('faults and what they struck stay over a restart, and go with a snapshot, but not with a reset', async () => {
  const { secretKey } = given.emulator;
  const products = (key = secretKey) => given.ask(key, 'GET /v1/products');
  await given.controls.call('faults.set', { kind: 'error', operation: 'catalog.products.list', times: 2 });
  expect((await products()).status).toBe(503);

  await given.restart();
  const faultsOf = async (key: string) => {
    const controls = createControlClient({ url: given.emulator.url, secretKey: key });
    return (await controls.call('faults.list', {})).faults;
  };
  expect(await faultsOf(secretKey)).toMatchObject([{ id: 'fault_1', struck: 1, times: 2 }]);

  await given.controls.call('snapshots.save', { name: 'troubled' });
  const sandbox = await given.controls.call('sandboxes.create', { snapshot: 'troubled' });
  expect(await faultsOf(sandbox.secretKey)).toMatchObject([{ id: 'fault_1', struck: 1 }]);
  expect((await products(sandbox.secretKey)).status).toBe(503);
  expect((await products(sandbox.secretKey)).status).toBe(200);
  // What was struck there was not struck here.
  expect(await faultsOf(secretKey)).toMatchObject([{ struck: 1 }]);
  expect((await products()).status).toBe(503);
  expect((await products()).status).toBe(200);

  await given.emulator.reset('empty');
  expect(await faultsOf(secretKey)).toEqual([]);
});
