import type { Config } from '../../runtime/config/define-config.ts';
import type { TestStore } from './start-test-store.ts';

/** The configuration of stores of tests that bring none: everything that is needed to sell something. */
export const testConfig: Config = {
  name: 'Test store',
  locales: ['en'],
  currencies: ['EUR'],
  channels: { web: { name: 'Web' } },
  productTypes: { default: { name: 'Product', attributes: {} } },
  shipping: {
    zones: {
      everywhere: {
        name: 'Everywhere',
        countries: ['*'],
        methods: { standard: { name: 'Standard', rates: { EUR: 490 } } },
      },
    },
  },
  payments: { stripe: {} },
  storefront: { url: 'https://shop.example' },
  // One shopper buys all day here: no rule takes that for fraud.
  fraud: { rules: [] },
};

/** Where the sandboxes of a process live. */
export interface SharedEmulator {
  readonly url: string;
  readonly secretKey: string;
  readonly dashboard: string;
  /** Whether it ends with this process. */
  readonly isOwn: boolean;
  /** To be called once for each time that it was asked for. */
  release(): void;
}

/** Between two tests that use it one after the other; it keeps the process alive for as long. */
const lingerMilliseconds = 500;

let starting: Promise<TestStore> | undefined;
let users = 0;
let lingering: NodeJS.Timeout | undefined;

function release(): void {
  users -= 1;
  if (users > 0) return;
  lingering = setTimeout(async () => {
    if (users > 0) return;
    const ending = starting;
    starting = undefined;
    await (await ending)?.close();
  }, lingerMilliseconds);
}

/**
 * The emulator that the environment names (`hp exec` sets HP_API_URL and HP_SECRET_KEY), or one in this process, which
 * all of its sandboxes share.
 */
export async function shareEmulator(): Promise<SharedEmulator> {
  const { HP_API_URL: url, HP_SECRET_KEY: secretKey } = process.env;
  if (url && secretKey) {
    return { url, secretKey, dashboard: `${url}/dashboard`, isOwn: false, release: () => undefined };
  }
  users += 1;
  clearTimeout(lingering);
  starting ??= import('./start-test-store.ts').then(({ startTestStore }) =>
    startTestStore({ config: testConfig }),
  );
  try {
    const own = await starting;
    return {
      ...{ url: own.url, secretKey: own.secretKey, isOwn: true, release },
      dashboard: `${own.url}/dashboard`,
    };
  } catch (error) {
    users -= 1;
    starting = undefined;
    throw error;
  }
}
