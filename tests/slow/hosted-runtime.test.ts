import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createKeyText } from '../../runtime/keys/index.ts';
import { emptyFolder, hp } from '../cli/run-hp.ts';
import { testEncryptionKeyText } from '../encryption-keys.ts';
import { startPostgres, type TestServer } from '../postgres-server.ts';
import { configSource, startRuntime, writeConfig } from '../push/running-runtime.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

const statusWith = async (url: string, key: string) =>
  (await fetch(`${url}/v1/store`, { headers: { authorization: `Bearer ${key}` } })).status;

describe('hp runtime start', () => {
  test('shows the keys that it made once, uses them again, and ends cleanly', async () => {
    const databaseUrl = await server.createDatabase();
    const first = await startRuntime({ databaseUrl });
    expect(first.secretKey).toMatch(/^hp_sk_/);
    expect(await (await fetch(`${first.url}/health`)).json()).toMatchObject({ status: 'ok' });
    expect(await first.stop()).toBe(0);
    const second = await startRuntime({ databaseUrl });
    expect(second.secretKey).toBe('');
    expect(await statusWith(second.url, first.secretKey)).toBe(200);
    await second.stop();
    const renewed = await startRuntime({ databaseUrl, args: ['--new-keys'] });
    expect(await statusWith(renewed.url, renewed.secretKey)).toBe(200);
    expect(await statusWith(renewed.url, first.secretKey)).toBe(401);
  });

  test('takes a key from the environment, and lets the one before no longer work', async () => {
    const databaseUrl = await server.createDatabase();
    const [old, next] = [createKeyText('secret'), createKeyText('secret')];
    const first = await startRuntime({ databaseUrl, env: { HEADLESSPRO_SECRET_KEY: old } });
    expect(await statusWith(first.url, old)).toBe(200);
    await first.stop();
    const second = await startRuntime({ databaseUrl, env: { HEADLESSPRO_SECRET_KEY: next } });
    expect(await statusWith(second.url, next)).toBe(200);
    expect(await statusWith(second.url, old)).toBe(401);
    await second.stop();
    const wrong = await hp(['runtime', 'start', '--port', '0'], emptyFolder(), {
      HEADLESSPRO_DATABASE_URL: databaseUrl,
      HEADLESSPRO_ENCRYPTION_KEYS: testEncryptionKeyText,
      HEADLESSPRO_SECRET_KEY: 'a-password',
    });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stderr).toContain('HEADLESSPRO_SECRET_KEY');
    expect(wrong.stderr).not.toContain('a-password');
  });

  test('says what is wrong with a database, and never its password', async () => {
    const start = (databaseUrl: string) =>
      hp(['runtime', 'start', '--port', '0'], emptyFolder(), {
        HEADLESSPRO_DATABASE_URL: databaseUrl,
        HEADLESSPRO_ENCRYPTION_KEYS: testEncryptionKeyText,
      });
    const right = await server.createDatabase();
    const wrongPassword = await start(right.replace('secret-word', 'hidden-word'));
    expect(wrongPassword).toMatchObject({ exitCode: 1, stdout: '' });
    expect(wrongPassword.stderr).toContain('refuses the password');
    const nobody = await start('postgres://shop:hidden-word@127.0.0.1:1/shop');
    expect(nobody.exitCode).toBe(69);
    expect((await hp(['runtime', 'start'], emptyFolder())).exitCode).toBe(64);
    const runtime = await startRuntime({ databaseUrl: right });
    await runtime.stop();
    const client = new pg.Client({ connectionString: right });
    await client.connect();
    await client.query('UPDATE headlesspro_schema SET version = 999');
    await client.end();
    const newer = await start(right);
    expect(newer.exitCode).toBe(1);
    expect(newer.stderr).toContain('schema version 999');
    for (const { stdout, stderr } of [wrongPassword, nobody, newer])
      expect(stdout + stderr).not.toMatch(/hidden-word|secret-word/);
  });
});

describe('the encryption keys of hp runtime start', () => {
  test('are asked for, refused where they are malformed or wrong, never shown, and can be rotated', async () => {
    const databaseUrl = await server.createDatabase();
    const start = (keys: string) =>
      hp(['runtime', 'start', '--port', '0', '--json'], emptyFolder(), {
        HEADLESSPRO_DATABASE_URL: databaseUrl,
        HEADLESSPRO_ENCRYPTION_KEYS: keys,
      });
    const errorOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout).error;
    const secret = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==';
    const none = await start('');
    expect([none.exitCode, errorOf(none).code]).toEqual([64, 'no_encryption_keys']);
    expect(errorOf(none).fix).toContain('openssl rand -base64 32');
    const short = await start(`a:${secret}`);
    expect([short.exitCode, errorOf(short).code]).toEqual([1, 'unusable_encryption_keys']);
    const runtime = await startRuntime({ databaseUrl });
    await runtime.stop();
    const next = `next:${Buffer.alloc(32, 'next').toString('base64')}`;
    const wrong = await start(next);
    expect([wrong.exitCode, errorOf(wrong).code]).toEqual([1, 'wrong_encryption_key']);
    expect(errorOf(wrong).message).toContain('"test", which is not among those given (next)');
    for (const { stdout, stderr } of [none, short, wrong]) {
      expect(stdout + stderr).not.toContain(secret);
      expect(stdout + stderr).not.toContain(next);
    }
    for (const keys of [`${next},${testEncryptionKeyText}`, next]) {
      const rotated = await startRuntime({ databaseUrl, env: { HEADLESSPRO_ENCRYPTION_KEYS: keys } });
      await rotated.stop();
    }
  });
});

describe('a target that can not be pushed to', () => {
  const project = () => {
    const folder = emptyFolder();
    writeConfig(
      folder,
      configSource("targets: { staging: { url: 'http://127.0.0.1:1', secretKey: env('STAGING_KEY') } },"),
    );
    return folder;
  };

  test('is told apart: the key is wrong, nobody is there, it is something else', async () => {
    const folder = project();
    const runtime = await startRuntime({ databaseUrl: await server.createDatabase() });
    const push = async (to: string, key: string) => {
      const { exitCode, stdout } = await hp(['push', '--to', to, '--yes', '--json'], folder, {
        HEADLESSPRO_TARGET_KEY: key,
        STAGING_KEY: key,
      });
      return { exitCode, code: JSON.parse(stdout).error.code };
    };
    const key = createKeyText('secret');
    expect(await push(runtime.url, key)).toEqual({ exitCode: 1, code: 'wrong_key' });
    expect(await push(runtime.url, runtime.publishableKey)).toEqual({ exitCode: 1, code: 'key_not_allowed' });
    expect(await push('staging', key)).toEqual({ exitCode: 69, code: 'target_unreachable' });
    expect(await push('stagin', key)).toEqual({ exitCode: 64, code: 'unknown_target' });
    expect(await push('staging', '')).toEqual({ exitCode: 1, code: 'no_key' });
    const other = createServer((_, response) => response.end('<h1>Welcome</h1>')).listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await push(`http://127.0.0.1:${port}`, key)).toEqual({ exitCode: 1, code: 'not_headlesspro' });
  });
});
