import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hp, hpCommand } from './run-hp.ts';
import { smallProject, startDev } from './running-dev.ts';

/** Makes a warehouse, says what it found and ends badly where it is told to. */
const command = `
const ask = (method, path, body) =>
  fetch(process.env.HP_API_URL + path, {
    method,
    headers: { authorization: 'Bearer ' + process.env.HP_SECRET_KEY, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
const { data } = await (await ask('GET', '/v1/inventory/locations')).json();
await ask('POST', '/v1/inventory/locations', { name: process.argv[2] });
if (process.argv[3]) {
  await ask('POST', '/_emulator/v1/faults', { kind: 'error', operation: 'catalog.products.list', status: 503 });
  await ask('GET', '/v1/products');
}
const stripe = await fetch(process.env.HP_STRIPE_URL + '/v1/balance');
const { HP_API_URL: url, HP_SECRET_KEY: secretKey, HP_SANDBOX_ID: id } = process.env;
console.log(JSON.stringify({ url, secretKey, id, stripe: stripe.status, locations: data.map(({ name }) => name) }));
process.exit(Number(process.argv[3] ?? 0));
`;

test('each command gets a sandbox of the hp dev that runs, which is kept where it failed and that was asked', async () => {
  const project = smallProject();
  writeFileSync(join(project, 'command.mjs'), command);
  const own = await startDev(project, ['--no-storefront']).next('ready');
  const exec = (...args: string[]) => hp(['exec', '--sandbox', ...args], project);
  const sandboxes = async () => JSON.parse((await hp(['sandbox', 'list', '--json'], project)).stdout).data;
  const locations = async () => {
    const answer = await fetch(`${own.api}/v1/inventory/locations`, {
      headers: { authorization: `Bearer ${own.secretKey}` },
    });
    return ((await answer.json()) as { data: { name: string }[] }).data.map(({ name }) => name);
  };
  const before = await locations();

  const good = await exec('--', 'node', 'command.mjs', 'first');
  expect(good.exitCode, good.stderr).toBe(0);
  const said = JSON.parse(good.stdout);
  expect(said).toMatchObject({ url: own.api, stripe: 401, locations: before });
  expect(said.id).toMatch(/^sbx_/);
  expect(said.secretKey).not.toBe(own.secretKey);
  expect(await sandboxes()).toEqual([]);

  const failed = await exec('--json', '--keep-on-failure', '--', 'node', 'command.mjs', 'second', '3');
  expect(failed.exitCode).toBe(3);
  const { sandbox, faults } = JSON.parse(failed.stdout).data;
  expect(faults).toMatchObject([
    { method: 'GET', path: '/v1/products', status: 503, requestId: expect.any(String) },
  ]);
  expect(sandbox.dashboard).toBe(`${own.api}/dashboard?store=${sandbox.id}`);
  expect(await sandboxes()).toMatchObject([{ id: sandbox.id, isKept: true }]);
  expect(await locations()).toEqual(before);

  await hp(['snapshot', 'save', 'left', '--sandbox', sandbox.id], project);
  const again = await exec('--snapshot', 'left', '--', 'node', 'command.mjs', 'third', '4');
  expect(again.exitCode, again.stderr).toBe(4);
  expect(JSON.parse(again.stdout).locations).toEqual([...before, 'second']);
  expect(await sandboxes()).toHaveLength(1);

  const snapshot = (action: string) => `node ${hpCommand} snapshot ${action}`;
  const ownAndOther = ['save mine', 'delete mine', 'delete left'].map(snapshot).join(' && ');
  const deleting = await exec('--', ownAndOther);
  expect(deleting.exitCode).toBe(1);
  expect(deleting.stdout).toContain('deleted "mine"');
  expect(deleting.stderr).toContain('outside of `hp exec`');
});

test.each([
  ['no hp dev', ['--sandbox', '--', 'true'], 'hp dev'],
  ['a bundle', ['--sandbox', '--bundle', 'x', '--', 'true'], '--bundle'],
  ['a snapshot without a sandbox', ['--snapshot', 'x', '--', 'true'], '--sandbox'],
])('it refuses %s, and says why', async (_what, args, message) => {
  const { exitCode, stderr } = await hp(['exec', ...args], smallProject());
  expect(exitCode, stderr).toBe(125);
  expect(stderr).toContain(message);
});
