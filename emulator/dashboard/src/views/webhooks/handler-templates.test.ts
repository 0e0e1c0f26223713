import { transform } from 'esbuild';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test, vi } from 'vitest';
import { handlerTemplates } from './handler-templates.ts';

const secret = `whsec_${btoa('thirty-two bytes of a good secret')}`;
const body = '{"type":"order.placed","data":{"title":"Käse"}}';

type Handler = (request: Request) => Promise<Response>;

/** A template whose handler takes a request and answers a response, loaded as its framework loads it: without the secret. */
async function load(name: 'Next' | 'SvelteKit'): Promise<Handler> {
  const template = handlerTemplates.find((each) => each.name === name);
  const { code } = await transform(template?.code ?? '', { loader: 'ts', format: 'cjs' });
  const modules: Readonly<Record<string, object>> = {
    standardwebhooks: { Webhook },
    '$env/dynamic/private': { env: process.env },
  };
  const module: { exports: { POST?: (argument: unknown) => Promise<Response> } } = { exports: {} };
  new Function('module', 'exports', 'require', code)(module, module.exports, (path: string) => modules[path]);
  const { POST } = module.exports;
  if (!POST) throw new Error(`The handler for ${name} exports no POST.`);
  return (request) => POST(name === 'SvelteKit' ? { request } : request);
}

function signed(changes: { readonly body?: string } = {}): Request {
  const at = new Date();
  return new Request('http://127.0.0.1/webhooks', {
    method: 'POST',
    headers: {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('evt_1', at, body),
    },
    body: changes.body ?? body,
  });
}

afterEach(() => vi.unstubAllEnvs());

test.each(['Next', 'SvelteKit'] as const)(
  'the handler for %s is loaded without a secret, takes what is signed, and refuses what was changed',
  async (name) => {
    vi.stubEnv('HP_WEBHOOK_SECRET', undefined);
    const handle = await load(name);
    vi.stubEnv('HP_WEBHOOK_SECRET', secret);
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect((await handle(signed())).status).toBe(204);
    expect(log).toHaveBeenCalledWith('evt_1', 'order.placed');
    expect((await handle(signed({ body: `${body} ` }))).status).toBe(400);
    log.mockRestore();
  },
);
