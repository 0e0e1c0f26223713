// Run in a network namespace that holds only the loopback device: starts a project and visits everything it serves.
// Prints what it saw as one JSON document.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { execa } from 'execa';
import { openBrowser } from '../../browser/open-browser.ts';
import { followDev } from '../../cli/running-dev.ts';

const project = process.argv[2] ?? '';

async function exitCodeOf(...args: string[]): Promise<number | undefined> {
  const { exitCode } = await execa('npx', ['hp', ...args], { cwd: project, stdin: 'ignore', reject: false });
  return exitCode;
}

const routes = await execa('ip', ['route']);
const child = spawn(join(project, 'node_modules/.bin/hp'), ['dev', '--json', '--port', '0'], {
  cwd: project,
  stdio: ['ignore', 'pipe', 'pipe'],
});
const dev = followDev(child);
const ready = await dev.next('ready');
const headers = { authorization: `Bearer ${ready.secretKey}`, 'content-type': 'application/json' };
const products = await fetch(`${ready.api}/v1/products?pageSize=1`, { headers });
const query = JSON.stringify({ query: '{ products(first: 1) { nodes { title } } }' });
const graphql = await fetch(String(ready.graphql), { method: 'POST', headers, body: query });

const outside: string[] = [];
const browser = await openBrowser();
const page = await browser.newPage();
page.on('request', (request) => {
  const { protocol, hostname } = new URL(request.url());
  if (protocol.startsWith('http') && !['127.0.0.1', 'localhost'].includes(hostname))
    outside.push(request.url());
});

/** Whether a page shows something that only its running code can show. */
async function shows(url: unknown, selector: string): Promise<boolean> {
  await page.goto(String(url));
  await page.locator(selector).first().waitFor();
  return true;
}

const seen = {
  routes: routes.stdout,
  products: products.ok && JSON.stringify(await products.json()).includes('"title"'),
  graphql: graphql.ok && JSON.stringify(await graphql.json()).includes('"title"'),
  cards: await shows(ready.storefront, 'article'),
  playground: await shows(ready.playground, '.graphiql-container'),
  dashboard: await shows(ready.dashboard, 'section'),
  reference: await shows(ready.reference, 'h2'),
  generate: await exitCodeOf('generate', '--check'),
  doctor: await exitCodeOf('doctor'),
  outside,
};
await browser.close();
console.log(JSON.stringify({ ...seen, ended: await dev.stop() }));
