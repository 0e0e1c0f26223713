import { initialConfig } from '../../runtime/config/initial-config.ts';
import { type Contract, createContract } from '../../runtime/contract/contract.ts';
import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { StoreOperations } from '../../runtime/contract/store/index.ts';
import { isPlainObject, type Plain } from '../../runtime/gateway/json-schema.ts';
import { refused } from '../cli-error.ts';
import type { Server } from './ask-server.ts';
import { holdSuccess } from './hold-answer.ts';

/** The server's own OpenAPI document. */
export async function documentOf(server: Server, key: string): Promise<Plain> {
  const { status, body } = await server.read('/v1/openapi.json', key);
  if (status === 401 || status === 403) {
    throw refused('wrong_key', `${server.url} does not accept the secret key.`, {
      fix: 'Give a secret key (hp_sk_…) of that store in HEADLESSPRO_TARGET_KEY, or the one that its target names.',
    });
  }
  if (status !== 200 || !isPlainObject(body) || !isPlainObject(body.paths)) {
    throw refused(
      'not_headlesspro',
      `${server.url} answers, but it has no OpenAPI document at /v1/openapi.json.`,
      {
        fix: 'Check the address: it is the one that `hp dev` or `hp runtime start` shows, without /v1.',
      },
    );
  }
  return body;
}

/** What the server's own document says that it offers: `GET /v1/products` by the operation's id. */
export async function offeredBy(server: Server, key: string): Promise<ReadonlyMap<string, string>> {
  const { paths } = await documentOf(server, key);
  const offered = new Map<string, string>();
  for (const [path, methods] of Object.entries(isPlainObject(paths) ? paths : {})) {
    for (const [method, operation] of Object.entries(isPlainObject(methods) ? methods : {})) {
      const id = isPlainObject(operation) ? operation.operationId : undefined;
      if (typeof id === 'string') offered.set(id, `${method.toUpperCase()} ${path}`);
    }
  }
  return offered;
}

/** The contract of this version for the store at hand, whose attributes only the store knows. */
export async function contractOfServer(server: Server, key: string): Promise<Contract> {
  const general = createContract(initialConfig());
  const operation = general.operation('store.settings.get');
  const answer = await server.call(operation, {}, key);
  const [first] = holdSuccess(operation, answer);
  if (first) {
    throw refused(
      'settings_unreadable',
      `store.settings.get, by which the store's contract is known, answers ${first.came} where ${first.expected} is expected` +
        `${first.pointer ? ` (${first.pointer})` : ''}.`,
      { fix: 'Give a secret key with every scope; else the server is not one of this contract at all.' },
    );
  }
  // Held to its schema above.
  const settings = answer.body as OutputOf<StoreOperations['store.settings.get']>;
  const productTypes = settings.productTypes.map(({ attributes, ...type }) => ({
    ...type,
    attributes: Object.fromEntries(attributes.map(({ name, ...attribute }) => [name, attribute])),
  }));
  return createContract({
    ...initialConfig(),
    ...{ name: settings.name, locales: settings.locales, currencies: settings.currencies },
    ...{ channels: settings.channels, customerGroups: settings.customerGroups, productTypes },
  });
}
