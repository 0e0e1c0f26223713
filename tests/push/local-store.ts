import { createUlidGenerator } from '../../runtime/ids/ulid-generator.ts';
import { startDev } from '../cli/running-dev.ts';
import type { Answer } from './running-runtime.ts';

const ids = createUlidGenerator({ now: () => new Date() });

export interface LocalStore {
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<unknown>;
}

/** The project's own store, running as `hp dev` does it. */
export async function openLocal(project: string): Promise<LocalStore> {
  const dev = startDev(project, ['--no-storefront']);
  const ready = await dev.next('ready');
  return {
    async call(method, path, body) {
      const response = await fetch(`${ready.api}${path}`, {
        method,
        headers: { authorization: `Bearer ${ready.secretKey}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },
    stop: () => dev.stop(),
  };
}

/** A book with one variant, ready to be created. */
export function book(title: string, amount: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: ids.next('prod'),
    productType: 'book',
    title,
    status: 'active',
    variants: [
      {
        id: ids.next('var'),
        sku: title.toUpperCase().replaceAll(' ', '-'),
        cost: { amount: 500, currency: 'EUR' },
        prices: [{ amount, currency: 'EUR' }],
      },
    ],
    ...more,
  };
}
