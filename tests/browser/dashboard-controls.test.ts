import type { Page } from 'playwright-core';
import { afterAll, expect, test, vi } from 'vitest';
import type { Emulator } from '../../emulator/index.ts';
import { createSandbox } from '../../emulator/testing.ts';
import {
  askStore,
  seriousFaults as faultsOf,
  givenDashboard,
  type OpenDashboard,
} from './given-dashboard.ts';
import { photograph as take } from './given-pages.ts';

let emulator: Emulator;
let page: Page;
let faults: OpenDashboard['faults'];

givenDashboard((opened) => {
  ({ emulator, page, faults } = opened);
  // Where sandboxes of tests are made.
  vi.stubEnv('HP_API_URL', emulator.url);
  vi.stubEnv('HP_SECRET_KEY', emulator.secretKey);
});

afterAll(() => {
  vi.unstubAllEnvs();
});

const ask = (route: string, body?: object) => askStore(emulator, route, body);
const open = (view: string) => page.goto(`${emulator.url}/dashboard#${view}`);
const photograph = (name: string) => take(page, name);
const seriousFaults = () => faultsOf(page);
const panel = (name: string) => page.getByRole('region', { name, exact: true });
const press = (name: string, button: string) =>
  panel(name).getByRole('button', { name: button, exact: true }).click();
const confirm = (button: string) =>
  page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();

test('the clock is moved, a state saved, a fault set, and a sandbox made', async () => {
  await open('/controls');
  await panel('Clock').getByRole('button', { name: '+ 1 day' }).click();
  await panel('Clock').getByText('1 day ahead of the machine').waitFor();
  await panel('Snapshots').getByRole('textbox').fill('a-day-later');
  await panel('Snapshots').getByRole('button', { name: 'Save' }).click();
  await panel('Snapshots').getByText('44 products').waitFor();
  await panel('Faults').getByRole('textbox', { name: 'Its name' }).fill('catalog.products.get');
  await panel('Faults').getByRole('button', { name: 'Set', exact: true }).click();
  await panel('Faults').getByText('error 503 at the operation catalog.products.get').first().waitFor();
  await panel('Sandboxes').getByLabel('New sandbox').fill('trial');
  await panel('Sandboxes').getByRole('button', { name: 'Create' }).click();
  await panel('Sandboxes').getByRole('link', { name: 'Open' }).waitFor();
  await photograph('controls');
  expect(await seriousFaults()).toEqual([]);

  await ask('POST /_emulator/v1/faults/clear', {});
});

test('a sandbox is looked at in every view, and shows what happened in it and nothing else', async () => {
  const store = await createSandbox({ name: 'looked at' });
  const endpoint = await store.ask('POST /v1/webhooks/endpoints', {
    ...{ url: `${emulator.url}/_emulator/receive/${store.id}/shop`, events: ['order.*'] },
  });
  await store.ask(`POST /v1/webhooks/endpoints/${endpoint.id}/test`, {});
  const order = await store.given.order({ state: 'paid' });

  await open('/controls');
  await panel('Sandboxes').getByRole('listitem').filter({ hasText: 'looked at' }).getByText('Open').click();
  await page.getByRole('heading', { name: 'looked at' }).waitFor();
  expect(new URL(page.url()).searchParams.get('store')).toBe(store.id);
  const go = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
  // A picture that its products brought along.
  const pictures = () =>
    page.evaluate(
      "[...document.querySelectorAll('.products img')].filter((one) => one.naturalWidth > 0).length",
    );
  await expect.poll(pictures, { timeout: 60_000 }).toBeGreaterThan(0);
  await photograph('sandbox');
  await go('Controls');
  await panel('Clock').getByText('as the machine').waitFor();
  await panel('Faults').getByText('Nothing goes wrong on purpose').waitFor();
  await go('Data');
  await go('Orders');
  await page.getByRole('link', { name: order.number }).click();
  await page.getByRole('heading', { name: order.number, exact: true }).waitFor();
  await photograph('sandbox-order');
  await go('Inbox');
  await page.getByText(order.number).first().waitFor();
  await go('Webhooks');
  await page.getByRole('link', { name: 'order.placed' }).first().click();
  await page.getByRole('list', { name: 'Attempts' }).getByText('200').first().waitFor();
  await go('Activity');
  await page.getByRole('link', { name: 'POST to shop' }).first().waitFor();
  const goToTool = async (name: string) => {
    await go('Simulators and tools');
    await go(name);
    return page.frameLocator(`iframe[title="${name}"]`);
  };
  const stripe = await goToTool('stripe');
  await stripe.getByRole('row').filter({ hasText: 'paid' }).waitFor();
  await photograph('sandbox-stripe');
  const reference = await goToTool('API reference');
  await reference.getByRole('heading', { name: 'List products' }).waitFor();
  const playground = await goToTool('GraphQL playground');
  await playground.locator('.graphiql-query-editor').getByText('products').first().waitFor();
  await playground.getByText('looked at').first().waitFor();
  await playground.getByRole('button', { name: /execute query/i }).click();
  await playground.locator('.graphiql-response').getByText(order.lines[0].title).first().waitFor();
  await photograph('sandbox-playground');

  expect(await ask(`GET /v1/orders/${order.id}`)).toMatchObject({ code: 'not_found' });
  await store.close();
});

test('the clock is frozen, set and let go again, and says which time it can not take', async () => {
  await open('/controls');
  await press('Clock', 'Freeze');
  await panel('Clock').getByText('The clock stands still.').waitFor();
  await panel('Clock').getByRole('textbox', { name: 'Set to' }).fill('2027-03-01T12:00:00Z');
  await press('Clock', 'Set');
  await panel('Clock').getByText('at which something was due').waitFor();
  await panel('Clock').getByRole('textbox', { name: 'Advance by' }).fill('2h 30m');
  await press('Clock', 'Advance');
  await panel('Clock').locator('time[datetime="2027-03-01T14:30:00.000Z"]').waitFor();
  await panel('Clock').getByRole('textbox', { name: 'Advance by' }).fill('three bananas');
  await press('Clock', 'Advance');
  await panel('Clock').getByText('"three bananas" is not a duration.').waitFor();
  await panel('Clock').getByRole('textbox', { name: 'Set to' }).fill('2020-01-01');
  await press('Clock', 'Set');
  await panel('Clock').getByText('It does not go back').waitFor();
  await press('Clock', 'Resume');
  await panel('Clock').getByText('The clock runs on.').waitFor();
  await panel('Clock').getByRole('button', { name: 'Freeze' }).waitFor();
});

test('a snapshot is put in the place of the store, and deleted', async () => {
  await open('/controls');
  const save = async (name: string) => {
    await panel('Snapshots').getByRole('textbox').fill(name);
    await press('Snapshots', 'Save');
  };
  await save('No Good/Name');
  await panel('Snapshots').getByText('does not have the right form').waitFor();
  await save('before');
  await panel('Snapshots').getByText('Saved as before.').waitFor();
  await save('before');
  await panel('Snapshots').getByText('There is a snapshot "before" already.').waitFor();
  const location = await ask('POST /v1/inventory/locations', { name: 'Made afterwards' });
  const row = panel('Snapshots').getByRole('listitem').filter({ hasText: 'before' });
  await row.getByRole('button', { name: 'Restore' }).click();
  await photograph('controls-restore');
  expect(await seriousFaults()).toEqual([]);
  const loaded = page.waitForEvent('load');
  await confirm('Restore');
  await loaded;
  await row.getByRole('button', { name: 'Delete' }).click();
  expect(await ask(`GET /v1/inventory/locations/${location.id}`)).toMatchObject({ code: 'not_found' });
  await confirm('Delete');
  await panel('Snapshots').getByText('before is deleted.').waitFor();
  expect(await row.count()).toBe(0);
});

test('faults are set one by one and by scenario, refused with the setting that is wrong, and cleared', async () => {
  await open('/controls');
  const field = (name: string) => panel('Faults').getByLabel(name, { exact: true });
  await field('Scenario').selectOption('payment-provider-down');
  await press('Faults', 'Set the scenario');
  const rows = panel('Faults').getByRole('listitem');
  await rows.filter({ hasText: 'of payment-provider-down' }).first().waitFor();

  await field('Fault').selectOption('latency');
  await field('Its name').fill('no.such.operation');
  await press('Faults', 'Set');
  await panel('Faults').getByText('"no.such.operation" is not a known operation.').waitFor();
  await field('Its name').fill('catalog.*');
  await field('Percent of calls').pressSequentially('many');
  expect(await field('Percent of calls').inputValue()).toBe('');
  await field('Percent of calls').fill('50');
  await field('How often at most').fill('2');
  await field('Delay, of latency').fill('200ms');
  await press('Faults', 'Set');
  const latency = rows.filter({ hasText: 'latency of 200 ms at the operation catalog.*' });
  await latency.getByText('50 % of calls, 2 times').waitFor();
  await photograph('controls-faults');
  await latency.getByRole('button', { name: 'Clear' }).click();
  await panel('Faults').getByText('1 fault is gone.').waitFor();
  await press('Faults', 'Clear all');
  await panel('Faults').getByText('Nothing goes wrong on purpose').waitFor();
  expect(await ask('GET /_emulator/v1/faults')).toEqual({ faults: [] });
});

test('a sandbox is made once, of a snapshot, kept, let go, and deleted while it is looked at', async () => {
  await ask('POST /_emulator/v1/snapshots', { name: 'of-a-sandbox' });
  await open('/controls');
  const field = (name: string) => panel('Sandboxes').getByLabel(name, { exact: true });
  await field('New sandbox').fill('once');
  await field('from').selectOption('of-a-sandbox');
  await panel('Sandboxes').getByRole('button', { name: 'Create' }).dblclick();
  const row = panel('Sandboxes').getByRole('listitem').filter({ hasText: 'once' });
  await panel('Sandboxes').getByText('once is there').waitFor();
  await row.getByText('from of-a-sandbox').waitFor();
  await row.getByRole('button', { name: 'Keep', exact: true }).click();
  await panel('Sandboxes').getByText('once stays until it is deleted.').waitFor();
  await row.getByRole('button', { name: 'Kept', exact: true }).click();
  await panel('Sandboxes').getByText('once goes by itself again.').waitFor();
  const { sandboxes } = await ask('GET /_emulator/v1/sandboxes');
  expect(sandboxes.filter(({ name }: { name: string }) => name === 'once')).toHaveLength(1);

  await row.getByRole('link', { name: 'Open' }).click();
  await page.getByRole('heading', { name: 'once' }).waitFor();
  await page.getByRole('link', { name: 'Controls' }).click();
  await row.getByText('open here').waitFor();
  faults.said.length = 0;
  await row.getByRole('button', { name: 'Delete' }).click();
  await confirm('Delete');
  await page.getByRole('combobox', { name: 'Store' }).waitFor();
  await page.getByText('Latest products').waitFor();
  // Nothing is asked of what is gone.
  expect(faults.said).toEqual([]);
});

test('provider calls are recorded to a file, and answered from it', async () => {
  const [recorded, replayed] = await Promise.all([createSandbox(), createSandbox()]);
  const openControls = (id: string) => page.goto(`${emulator.url}/dashboard?store=${id}#/controls`);
  await openControls(recorded.id);
  await press('Recordings', 'Record');
  await panel('Recordings').getByText('Recording: 0 calls until now.').waitFor();
  await recorded.given.order();
  await panel('Recordings')
    .getByText(/Recording: [1-9]/)
    .waitFor();
  const saving = page.waitForEvent('download');
  await press('Recordings', 'Stop and save');
  const file = await (await saving).path();
  expect((await saving).suggestedFilename()).toMatch(/^sbx_\w+-[\d-]+\.recording\.json$/);
  await photograph('controls-recorded');
  expect(await seriousFaults()).toEqual([]);

  await openControls(replayed.id);
  const choose = panel('Recordings').getByLabel('or replay');
  await choose.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await panel('Recordings').getByText('a.json is no recording').waitFor();
  await choose.setInputFiles(file);
  await panel('Recordings').getByText('are answered from now on').waitFor();
  await replayed.given.order();
  await panel('Recordings')
    .getByText(/Replaying: [1-9]\d* calls? answered/)
    .waitFor();
  await press('Recordings', 'Stop');
  await panel('Recordings').getByText('Nothing is recorded or replayed.').waitFor();
  await Promise.all([recorded.close(), replayed.close()]);
});
