import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { openBrowser } from '../../browser/open-browser.ts';

/** What every way to run the program has. */
export interface Program {
  /** The project, with `exercise.ts`; runtimes that are packages are installed there. */
  readonly folder: string;
  /** The same bundled into one module, for runtimes that read no TypeScript. */
  readonly bundle: string;
  readonly settings: object;
}

type Run = (program: Program) => Promise<unknown>;

export const packages = ['deno@2.9.6', 'bun@1.4.5', 'miniflare@4.20260426.0', 'edge-runtime@4.0.1'];

async function inProcess(folder: string, command: string, words: readonly string[], settings: object) {
  const { stdout } = await execa(command, words, {
    cwd: folder,
    env: { SETTINGS: JSON.stringify(settings) },
  });
  return JSON.parse(stdout);
}

/** Where an installed package lies: its own commands start by scripts that an install may have left out. */
async function installed(folder: string, name: string) {
  return import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href);
}

const node: Run = ({ folder, settings }) => inProcess(folder, process.execPath, ['node.mjs'], settings);

const deno: Run = ({ folder, settings }) => {
  const words = ['run', '--allow-net=127.0.0.1', '--allow-env', '--no-lock', 'server.ts'];
  return inProcess(folder, denoBinary(folder), words, settings);
};

function denoBinary(folder: string): string {
  const { glibcVersionRuntime } = (process.report.getReport() as { header: Record<string, unknown> }).header;
  const platform = process.platform === 'linux' && glibcVersionRuntime ? 'linux-x64-glibc' : '';
  if (platform === '' || process.arch !== 'x64') return join(folder, 'node_modules', '.bin', 'deno');
  return join(folder, 'node_modules', '@deno', platform, 'deno');
}

const bun: Run = ({ folder, settings }) =>
  inProcess(folder, join(folder, 'node_modules', '.bin', 'bun'), ['server.ts'], settings);

/** A shop on another origin than the platform's, as every storefront is. */
function serveShop(bundle: string): Server {
  return createServer(({ url }, response) => {
    const isScript = url?.endsWith('.js');
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? bundle : '<!doctype html><title>Shop</title>');
  });
}

const chromium: Run = async ({ bundle, settings }) => {
  const shop = serveShop(bundle).listen(0, '127.0.0.1');
  await once(shop, 'listening');
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`);
    // As text: what Vitest makes of an import works in Vitest alone.
    const exercise = "import('/exercise.js').then(({ exercise }) => exercise(";
    return await page.evaluate(`${exercise}${JSON.stringify(settings)}, false))`);
  } finally {
    await browser.close();
    shop.close();
  }
};

const workerd: Run = async ({ folder, bundle, settings }) => {
  const { Miniflare } = await installed(folder, 'miniflare');
  const script = `${bundle}
export default { async fetch(request) { return Response.json(await exercise(await request.json(), true)); } };`;
  const worker = new Miniflare({ modules: true, script, compatibilityDate: '2026-01-01' });
  try {
    const body = JSON.stringify(settings);
    const response = await worker.dispatchFetch('http://shop.example/', { method: 'POST', body });
    return await response.json();
  } finally {
    await worker.dispose();
  }
};

const vercelEdge: Run = async ({ folder, bundle, settings }) => {
  const { EdgeRuntime } = await installed(folder, 'edge-runtime');
  const runtime = new EdgeRuntime({ initialCode: bundle.replace(/export\s*\{[^}]*\};?\s*$/, '') });
  const work = `exercise(${JSON.stringify(settings)}, true).then((result) => JSON.stringify(result))`;
  return JSON.parse(await runtime.evaluate(work));
};

export const runtimes: Readonly<Record<string, Run>> = {
  'Node.js': node,
  Deno: deno,
  Bun: bun,
  'a browser': chromium,
  'Cloudflare Workers': workerd,
  'Vercel Edge': vercelEdge,
};
