import type { ApiCall } from './call.ts';
import type { ApiClient } from './client.ts';
import type { CustomRequest } from './options.ts';

/** Sends any request, with the same retries and errors. */
export type SendCustomRequest = <Data = unknown>(
  method: string,
  path: string,
  request?: CustomRequest,
) => ApiCall<Data>;

export function requestOf(client: ApiClient): SendCustomRequest {
  return (method, path, request = {}) => {
    if (!path.startsWith('/')) {
      // Behind the address of the platform, its start would be part of the host, and the key would go there.
      throw new TypeError(`The path is ${JSON.stringify(path)}; it starts with a slash: /v1/products.`);
    }
    return client.call({ ...request, method, path, isWrite: method !== 'GET', answers: 'anything' }, request);
  };
}
