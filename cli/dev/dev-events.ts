import type { Failure } from '../explain-failure.ts';
import type { KeptSdk } from '../project/keep-sdks.ts';

/** Where everything is, once it is there. */
export interface Addresses {
  /** The platform; what an SDK takes as its `url`. */
  readonly api: string;
  readonly graphql: string;
  readonly playground: string;
  readonly dashboard: string;
  readonly reference: string;
  /** The simulated Stripe; what its SDKs take as host and port. */
  readonly stripe: string | null;
  readonly paypal: string | null;
  /** The simulated warehouse and ERP, where the config has a partner that they stand for. */
  readonly warehouse: string | null;
  readonly erp: string | null;
  readonly storefront: string | null;
  readonly secretKey: string;
  readonly publishableKey: string;
}

/** Everything that `hp dev` tells; with `--json` each is a line. */
export type DevEvent =
  | ({
      readonly event: 'ready';
      readonly name: string;
      readonly directory: string;
      readonly pid: number;
      readonly milliseconds: number;
      /** The platform's public address; null without `--tunnel`. */
      readonly tunnel: string | null;
      /** What time it is in the store: `real` is the time of the machine. */
      readonly clock: { readonly now: string; readonly mode: 'real' | 'moved' | 'frozen' };
    } & Addresses)
  | {
      readonly event: 'request';
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly milliseconds: number;
      readonly operation: string | null;
      readonly requestId: string;
    }
  | {
      /** Placed just now. Nothing of a person: terminals are shared on screens. */
      readonly event: 'order';
      readonly id: string;
      readonly number: string;
      readonly state: string;
      readonly paymentState: string;
      readonly providers: readonly string[];
      readonly channel: string;
      readonly units: number;
      readonly total: { readonly amount: number; readonly currency: string };
    }
  | { readonly event: 'simulator.unsupported'; readonly simulator: string; readonly what: string }
  /** `sdks`: those that were written anew. */
  | { readonly event: 'config.applied'; readonly milliseconds: number; readonly sdks: readonly KeptSdk[] }
  | { readonly event: 'config.refused'; readonly failure: Failure }
  /** The config is in force all the same. */
  | { readonly event: 'sdk.refused'; readonly failure: Failure }
  | { readonly event: 'storefront.line'; readonly line: string }
  | { readonly event: 'storefront.ready'; readonly url: string }
  | { readonly event: 'storefront.exit'; readonly exitCode: number; readonly willRestart: boolean }
  | { readonly event: 'data.reset'; readonly seed: string }
  | { readonly event: 'data.restored'; readonly snapshot: string }
  | { readonly event: 'log'; readonly message: string; readonly details: object }
  | { readonly event: 'note'; readonly message: string }
  | { readonly event: 'restarting' }
  | { readonly event: 'stopped' };

/** Shows events: as lines of JSON, as lines of text, or above a line of shortcuts. */
export type ShowEvent = (event: DevEvent) => void;
