import type { Session } from '../../session/session.ts';

/** Something beside the dashboard that belongs to the store. */
export interface ToolPage {
  /** In the address of its view, `#/tools/reference`. */
  readonly key: string;
  readonly name: string;
  readonly url: string;
  /** A page that can be shown within this one, a page that stands alone, or an address for programs. */
  readonly kind: 'within' | 'alone' | 'address';
}

/** Each shows at its root what it was asked and did. */
export function simulatorPages(simulators: Readonly<Record<string, string>>): ToolPage[] {
  return Object.entries(simulators).map(([key, url]) => ({ key, name: key, url, kind: 'within' }));
}

export function ownPages({ playground, reference, api, sandbox, storefront }: Session): ToolPage[] {
  const document = `${api}/v1/openapi.json`;
  return [
    { key: 'graphql', name: 'GraphQL playground', url: playground, kind: 'within' },
    { key: 'reference', name: 'API reference', url: reference, kind: 'within' },
    // Without a key, as a browser asks, the document is that of the store itself.
    { key: 'openapi', name: 'OpenAPI document', url: document, kind: sandbox ? 'address' : 'alone' },
    ...(storefront
      ? [{ key: 'storefront', name: 'Storefront', url: storefront, kind: 'alone' } as const]
      : []),
  ];
}
