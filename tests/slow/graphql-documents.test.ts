import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGraphqlEngine } from '../../runtime/gateway/graphql/index.ts';
import { seedContract } from '../sdk/seed-sdk.ts';

const template = resolve(import.meta.dirname, '../../templates/react');
const generator = ['@graphql-codegen/cli@7.4.3', '@graphql-codegen/client-preset@6.2.0', 'graphql@16'];

let folder: string;

/** What the template's README says to do after a change of a document. */
const generate = () =>
  execa('npx', ['--no-install', 'graphql-codegen'], { cwd: folder, reject: false, all: true });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graphql-documents-'));
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await cp(join(template, 'src'), join(folder, 'src'), { recursive: true });
  await cp(join(template, '.graphqlrc.yml'), join(folder, '.graphqlrc.yml'));
  await rm(join(folder, 'src', 'graphql'), { recursive: true });
  const { sdl } = createGraphqlEngine(seedContract());
  await mkdir(join(folder, 'src', 'headlesspro'), { recursive: true });
  await writeFile(join(folder, 'src', 'headlesspro', 'schema.graphql'), sdl);
  await execa('npm', ['install', '--no-audit', '--no-fund', ...generator], { cwd: folder });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the types of its GraphQL documents that the storefront brings along are what the generator writes', async () => {
  const { all, exitCode } = await generate();
  expect(exitCode, all).toBe(0);
  const names = await readdir(join(template, 'src', 'graphql'));
  expect((await readdir(join(folder, 'src', 'graphql'))).sort()).toEqual(names.sort());
  for (const name of names) {
    const own = await readFile(join(template, 'src', 'graphql', name), 'utf8');
    expect(await readFile(join(folder, 'src', 'graphql', name), 'utf8'), name).toBe(own);
  }
});

test('a document that asks for what the store does not have is refused', async () => {
  const source =
    "import { graphql } from '../graphql';\nexport const wrong = graphql(`query Wrong { settings { nmae } }`);\n";
  await writeFile(join(folder, 'src', 'product', 'wrong-document.ts'), source);
  expect((await generate()).exitCode).not.toBe(0);
});
