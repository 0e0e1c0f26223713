import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, findConfigFile, loadConfig } from './index.ts';

function project(files: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), 'hp-config-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return join(directory, 'headlesspro.config.ts');
}

async function faults(source: string) {
  const file = project({ 'headlesspro.config.ts': source });
  const error = await loadConfig(file).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConfigError)) throw new Error(`expected a ConfigError, got ${String(error)}`);
  return error.issues.map(({ pointer, message, location }) => ({ pointer, message, line: location?.line }));
}

test('a config that says only its name gets every default', async () => {
  const file = project({
    'headlesspro.config.ts': `import { defineConfig } from 'headlesspro';
      export default defineConfig({ name: 'Small' });`,
  });
  const { config } = await loadConfig(file);
  expect(config).toEqual({
    name: 'Small',
    locales: [{ code: 'en', fallbacks: [] }],
    currencies: ['USD'],
    channels: [
      { key: 'web', name: 'Web', defaultLocale: 'en', defaultCurrency: 'USD', defaultCountry: null },
    ],
    customerGroups: [],
    prices: { includeTax: true },
    inventory: { reservationSeconds: 900 },
    carts: { abandonedAfterSeconds: 86_400 },
    timeZone: 'UTC',
    company: null,
    storefront: null,
    mail: null,
    webhooks: [],
    integrations: [],
    taxes: { classes: ['standard'], zones: [], engine: null },
    shipping: { zones: [], carriers: [] },
    fraud: { rules: expect.any(Array), thresholds: { review: 50, block: 80 } },
    payments: { stripe: null, paypal: null, manual: null },
    productTypes: [{ key: 'default', name: 'Product', attributes: {} }],
  });
});

test('reading it again sees what was edited, in the file and in what it imports', async () => {
  const file = project({
    'headlesspro.config.ts': `import { name } from './name.ts'; export default { name };`,
    'name.ts': `export const name: string = 'Before';`,
  });
  const before = await loadConfig(file);
  expect(before.config.name).toBe('Before');
  expect(before.dependencies).toHaveLength(2);
  writeFileSync(file.replace('headlesspro.config.ts', 'name.ts'), `export const name: string = 'After';`);
  expect((await loadConfig(file)).config.name).toBe('After');
});

test('a mistyped setting is named with its line and what was probably meant', async () => {
  expect(await faults(`export default {\n  name: 'Shop',\n  chanels: {},\n};`)).toEqual([
    { pointer: '/chanels', message: '"chanels" is not a known field. Did you mean "channels"?', line: 3 },
  ]);
});

test('a wrong value deep inside is found through defineConfig, constants and satisfies', async () => {
  const source = [
    `import { defineConfig, type Config } from 'headlesspro';`,
    `const apparel = {`,
    `  attributes: {`,
    `    fabric: { type: 'enm', values: ['cotton'] },`,
    `  },`,
    `};`,
    `export default defineConfig({ name: 'Shop', productTypes: { apparel } } as unknown as Config);`,
  ].join('\n');
  expect(await faults(source)).toEqual([
    {
      pointer: '/productTypes/apparel/attributes/fabric/type',
      message: '"enm" is not a known value. Did you mean "enum"?',
      line: 4,
    },
  ]);
});

test('every fault is told at once', async () => {
  const source = `export default {
    name: 'Shop',
    locales: ['en', 'xx_YY'],
    currencies: ['EUR', 'EURO'],
    channels: { web: { defaultCurrency: 'USD' } },
    productTypes: {
      shirt: { attributes: { size: { type: 'text' }, fit: { type: 'enum' } } },
      shoe: { attributes: { size: { type: 'number' } } },
    },
  };`;
  expect((await faults(source)).map(({ pointer, line }) => `${line} ${pointer}`)).toEqual([
    '3 /locales/1',
    '4 /currencies/1',
    '5 /channels/web/defaultCurrency',
    '7 /productTypes/shirt/attributes/fit',
    '8 /productTypes/shoe/attributes/size',
  ]);
});

test('a syntax error is told with its line', async () => {
  const [fault] = await faults(`export default {\n  name: 'Shop',\n  locales: [,\n  'en' 'de'],\n};`);
  expect(fault?.message).toContain('could not be read');
  expect(fault?.line).toBe(4);
});

test('a syntax error in an imported file is told with that file and its line', async () => {
  const file = project({
    'headlesspro.config.ts': `import { name } from './name.ts'; export default { name };`,
    'name.ts': `export const name: string = 'Shop';\nexport const locales = ['en' 'de'];`,
  });
  const name = file.replace('headlesspro.config.ts', 'name.ts');
  await expect(loadConfig(file)).rejects.toMatchObject({
    issues: [
      { message: 'could not be read: Unexpected token', location: { file: name, line: 2, column: 30 } },
    ],
  });
});

test('what is declared twice is told with its line', async () => {
  const [fault] = await faults(`const name = 'Shop';\nconst name = 'Store';\nexport default { name };`);
  expect(fault).toMatchObject({ line: 2, message: expect.stringContaining('already been declared') });
});

test('a config may use all of TypeScript and of modules', async () => {
  const file = project({
    'headlesspro.config.ts': `
      import { readFileSync } from 'node:fs';
      import { dirname, join } from 'node:path';
      import { fileURLToPath } from 'node:url';
      import { type Config, defineConfig } from 'headlesspro';
      import { Currency } from './currency';
      import named from './name.json' with { type: 'json' };
      import reservationMinutes from './minutes.js';
      import timeZone from './zone.cjs';
      export * from './currency';
import './effect.ts';
      const here = dirname(fileURLToPath(import.meta.url));
      const { locales } = await import('./locales.ts');
      const read = readFileSync(join(import.meta.dirname, 'channel.txt'), 'utf8').trim();
      if (here !== import.meta.dirname) throw new Error('two folders');
      export default defineConfig({
        name: named.name, timeZone, inventory: { reservationMinutes }, locales, currencies: [Currency.Euro], channels: { [read]: {} },
      } satisfies Config);`,
    'currency.ts': `export enum Currency { Euro = 'EUR' }`,
    'locales.ts': `export const locales = (await Promise.resolve(['de'])) as string[];`,
    'effect.ts': `await Promise.resolve();`,
    'minutes.js': `export default (await Promise.resolve(1));`,
    'zone.cjs': `module.exports = 'Europe/Berlin';`,
    'name.json': `{ "name": "Shop" }`,
    'channel.txt': 'web\n',
  });
  const { config } = await loadConfig(file);
  expect(config).toMatchObject({
    name: 'Shop',
    timeZone: 'Europe/Berlin',
    inventory: { reservationSeconds: 60 },
    locales: [{ code: 'de' }],
    currencies: ['EUR'],
  });
  expect(config.channels.map(({ key }) => key)).toEqual(['web']);
});

test('an error thrown while the config runs is told with its line', async () => {
  const [fault] = await faults(
    `const missing: { name: string } | undefined = undefined;\n\nexport default { name: missing!.name };`,
  );
  expect(fault).toMatchObject({
    line: 3,
    message: expect.stringContaining('Cannot read properties of undefined'),
  });
});

test('a file without a default export is told so', async () => {
  const [fault] = await faults(`export const config = {};`);
  expect(fault?.message).toContain('no default export');
});

test('a folder without a config has none', () => {
  expect(findConfigFile(mkdtempSync(join(tmpdir(), 'hp-empty-')))).toBeUndefined();
});

test('a secret written into the config is refused, and not repeated', async () => {
  const [fault] = await faults(
    `export default { name: 'Shop', targets: { live: { url: 'https://api.example.com', secretKey: 'hp_sk_abc' } } };`,
  );
  expect(fault?.pointer).toBe('/targets/live/secretKey');
  expect(fault?.message).toContain('env(');
  expect(fault?.message).not.toContain('hp_sk_abc');
});

test('what belongs to this machine is read beside the store', async () => {
  const file = project({
    'headlesspro.config.ts': `import { defineConfig, env } from 'headlesspro';
      export default defineConfig({
        name: 'Shop', seed: 'fashion',
        targets: { live: { url: 'https://api.example.com', secretKey: env('LIVE_KEY'), protected: true } },
        tunnel: { ngrok: { domain: 'shop.ngrok.app' } },
        sdk: { without: ['analytics'], python: { package: 'shop' } },
      });`,
  });
  expect((await loadConfig(file)).project).toEqual({
    seed: 'fashion',
    targets: { live: { url: 'https://api.example.com', secretKey: { env: 'LIVE_KEY' }, protected: true } },
    tunnel: { ngrok: { domain: 'shop.ngrok.app' } },
    sdk: { without: ['analytics'], python: { package: 'shop' } },
  });
});
