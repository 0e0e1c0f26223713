import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hp } from './run-hp.ts';
import { smallProject, startDev } from './running-dev.ts';

/** A project with a library in the place of ngrok's, which writes down what it is asked. */
function projectWith(forward: string): string {
  const project = smallProject();
  const folder = join(project, 'node_modules', '@ngrok', 'ngrok');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"@ngrok/ngrok","version":"1.7.0","main":"index.js"}');
  writeFileSync(
    join(folder, 'index.js'),
    `const { appendFileSync } = require('node:fs');
const note = (line) => appendFileSync(${JSON.stringify(join(project, 'ngrok.log'))}, JSON.stringify(line) + '\\n');
exports.forward = async (options) => { note(options); ${forward} };
`,
  );
  return project;
}

const opens = `return { url: () => 'https://shop.ngrok.app', close: async () => note('closed') };`;
const notes = (project: string) =>
  readFileSync(join(project, 'ngrok.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

/** The status that somebody gets who comes through the tunnel. */
function statusFromOutside(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host: 'shop.ngrok.app' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('hp dev --tunnel says the public address everywhere, shows strangers no key, and closes it', async () => {
  const project = projectWith(opens);
  const dev = startDev(project, ['--no-storefront', '--tunnel'], { NGROK_AUTHTOKEN: 'token_1' });
  const ready = await dev.next('ready');
  expect(ready.tunnel).toBe('https://shop.ngrok.app');
  expect(notes(project)).toEqual([{ addr: ready.api, authtoken: 'token_1' }]);
  const status = await fetch(`${ready.api}/_emulator/v1/status`, {
    headers: { authorization: `Bearer ${ready.secretKey}` },
  });
  expect(await status.json()).toMatchObject({ tunnel: 'https://shop.ngrok.app' });
  expect(await statusFromOutside(`${ready.api}/v1/openapi.json`)).toBe(200);
  expect(await statusFromOutside(`${ready.api}/_emulator/session`)).toBe(403);
  expect(await dev.stop()).toBe(0);
  expect(notes(project).at(-1)).toBe('closed');
});

test.each([
  ['without a token', () => projectWith(opens), {}, 1, 'no_tunnel_token', 'NGROK_AUTHTOKEN'],
  [
    'without the library',
    () => smallProject(),
    { NGROK_AUTHTOKEN: 'x' },
    1,
    'no_tunnel_library',
    'npm install',
  ],
  [
    'with a token that ngrok does not take',
    () => projectWith(`throw new Error('authentication failed\\n\\nERR_NGROK_107');`),
    ...([{ NGROK_AUTHTOKEN: 'x' }, 1, 'ngrok_token_refused', 'dashboard.ngrok.com'] as const),
  ],
  [
    'without the internet',
    () => projectWith(`throw new Error('failed to connect session: failed to establish tcp connection');`),
    ...([{ NGROK_AUTHTOKEN: 'x' }, 69, 'ngrok_unreachable', '--tunnel'] as const),
  ],
])(
  '%s nothing is left running, and it is said what to do',
  async (_what, make, environment, code, name, fix) => {
    const { exitCode, stdout } = await hp(
      ['dev', '--no-storefront', '--port', '0', '--tunnel', '--json'],
      make(),
      environment,
    );
    expect(exitCode, stdout).toBe(code);
    const { error } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(error).toMatchObject({ code: name, fix: expect.stringContaining(fix) });
  },
);
