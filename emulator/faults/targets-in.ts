import type { StoreConfig } from '../../runtime/config/index.ts';
import { problems } from '../../runtime/contract/problems.ts';
import { storeConfigId, storeConfigs } from '../../runtime/gateway/store-config-document.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Store } from '../../runtime/store/port.ts';
import type { ListedSimulator } from '../simulators/index.ts';
import type { Targets } from './check-fault.ts';
import { type FaultInput, noticesPrefix } from './fault.ts';

export interface TargetsOptions {
  readonly runtime: () => Pick<Runtime, 'contractOf' | 'execute'>;
  readonly storeOf: (storeId: string) => Store;
  readonly simulators: readonly ListedSimulator[];
}

/** The configuration in force. Throws where the store was never configured. */
export async function configOf(store: Store): Promise<StoreConfig> {
  const document = await store.get(storeConfigs, storeConfigId);
  if (!document) throw new Error(`The store "${store.id}" was never configured.`);
  return document.config;
}

interface Endpoints {
  readonly data: readonly { readonly id: string; readonly key: string | null }[];
  readonly page: { readonly next: string | null };
}

async function endpointsIn(
  { runtime, storeOf, simulators }: TargetsOptions,
  storeId: string,
): Promise<string[]> {
  const { webhooks, integrations } = await configOf(storeOf(storeId));
  // Those declared are made when the first event is sent.
  const names = [
    ...webhooks.map(({ key }) => key),
    ...integrations.map(({ key }) => `integration:${key}`),
    ...simulators.map(({ name }) => `${noticesPrefix}${name}`),
  ];
  for (let after: string | undefined; ; ) {
    const input = { pageSize: 100, ...(after === undefined ? {} : { after }) };
    const list = await runtime().execute(storeId, 'webhooks.endpoints.list', input);
    const { data, page } = list as Endpoints; // by the contract
    names.push(...data.map(({ id }) => id));
    if (page.next === null) return names;
    after = page.next;
  }
}

/** Who is asked while carts are worked out. */
async function askedIn({ storeOf }: TargetsOptions, storeId: string): Promise<string[]> {
  const { taxes, shipping } = await configOf(storeOf(storeId));
  return [...(taxes.engine ? ['taxes'] : []), ...shipping.carriers.map(({ key }) => `carrier:${key}`)];
}

/** What there is to strike in a store, as far as it is asked for. */
export async function targetsIn(
  options: TargetsOptions,
  storeId: string,
  { provider: wanted, route, endpoint }: FaultInput,
): Promise<Targets> {
  const contract = await options.runtime().contractOf(storeId);
  const operations = [...contract.operations.values()].map(({ id, errors }) => {
    const answers = [...Object.values(problems), ...errors].map(
      ({ code, status }) => [code, status] as const,
    );
    return [id, new Map(answers)] as const;
  });
  const providers = options.simulators.map(async ({ name, load }) => {
    // A simulator is loaded for its routes, where one of them is asked for.
    const endpoints = name === wanted && route !== undefined ? (await load()).support.endpoints : [];
    return [name, endpoints.map(({ http }) => http)] as const;
  });
  return {
    operations: new Map(operations),
    providers: new Map(await Promise.all(providers)),
    endpoints:
      endpoint === undefined
        ? []
        : [...(await askedIn(options, storeId)), ...(await endpointsIn(options, storeId))],
  };
}
