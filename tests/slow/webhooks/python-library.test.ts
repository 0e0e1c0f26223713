import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteEngine } from '../../../runtime/store/index.ts';
import { testEncryptionKeys as encryptionKeys } from '../../encryption-keys.ts';
import { type GivenWebhooks, givenWebhooks } from '../../webhooks/given-webhooks.ts';
import { type Receiver, startReceiver } from '../../webhooks/receiver.ts';

let folder: string;
let store: GivenWebhooks;
let receiver: Receiver;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standardwebhooks-'));
  store = await givenWebhooks((collections, clock) =>
    openSqliteEngine({ path: ':memory:', collections, clock, encryptionKeys }),
  );
  receiver = await startReceiver();
});
afterAll(async () => {
  await store.close();
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});

test('PyPI standardwebhooks takes what is sent by the old secret and the new one, and nothing that was changed', async (context) => {
  const { failed } = await execa('python3', ['--version'], { reject: false });
  if (failed && !process.env.CI) context.skip('python3 is not installed');
  const { id, secret: before } = await store.endpoint(receiver.url);
  const rotated = await store.request(`POST /v1/webhooks/endpoints/${id}/rotate-secret`, {});
  await store.category('Schuhe & Söhne 👟');
  await store.drain();
  const [sent] = receiver.received;
  if (!sent) throw new Error('Nothing came.');
  const { headers, body } = sent;
  const changed = body.replace('Schuhe', 'Hemden');
  const messages = [
    [before, headers, body],
    [rotated.body.secret, headers, body],
    [before, headers, changed],
    [before, { ...headers, 'webhook-id': 'evt_other' }, body],
  ];
  const python = join(folder, 'venv', 'bin', 'python');
  await execa('python3', ['-m', 'venv', join(folder, 'venv')]);
  await execa(python, ['-m', 'pip', 'install', '--quiet', 'standardwebhooks==1.1.0']);
  const input = messages.map((message) => JSON.stringify(message)).join('\n');
  const { stdout } = await execa(python, [join(import.meta.dirname, 'verify.py')], { input });
  expect(stdout.split('\n')).toEqual([
    ...['category.created', 'category.created'],
    ...['No matching signature found', 'No matching signature found'],
  ]);
});
