import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../runtime/context/context.ts';
import type { Collection, Store } from '../../runtime/store/port.ts';
import type { SendNotice } from './send-notice.ts';

/** An endpoint that a simulator answers, for the support table in the docs. */
export interface SupportedEndpoint {
  /** `POST /v1/payment_intents/{id}/capture`, as the provider's reference writes it. */
  readonly http: string;
  /** `Create a payment intent`. */
  readonly summary: string;
  /** Parameters that have their effect, dotted where nested: `payment_method_options.card.request_three_d_secure`. */
  readonly parameters: readonly string[];
  /** What is left out or simplified, in a sentence. */
  readonly limits?: string;
}

export interface SupportedEvent {
  readonly type: string;
  /** When it is sent, in a few words. */
  readonly when: string;
}

export interface Support {
  readonly endpoints: readonly SupportedEndpoint[];
  readonly events: readonly SupportedEvent[];
}

/** What a simulator is given for one store: it touches nothing else. */
export interface SimulatorContext {
  /** Its own documents of that store, in the emulator's database and apart from the platform's. */
  readonly store: Store;
  /** Business time. Signature headers alone take the machine's. */
  readonly clock: Clock;
  /** Where it answers for that store: `http://127.0.0.1:4010`, with a sandbox's id behind it. Known once it listens. */
  readonly url: () => string;
  /** Adds to a credential, before it is given out, what tells this store's from those of sandboxes. */
  readonly marked: (credential: string) => string;
  /** Where to send what a webhook's address leads to: a copied store's own platform, not that of the one copied. */
  readonly address: (webhookUrl: string) => string;
  readonly sendNotice: SendNotice;
  /** Called with what was asked and is not simulated: `parameter "transfer_data" of POST /v1/payment_intents`. */
  readonly onNotSimulated: (what: string) => void;
  /** Called with an error of the simulator itself, for the log. */
  readonly onFailure: (error: unknown) => void;
}

/** The path of a page, for forms: behind a sandbox's id where the store is one. */
export function pathOf({ url }: SimulatorContext, path: string): string {
  return `${new URL(url()).pathname.replace(/\/$/, '')}${path}`;
}

/** What a simulator does for one store by itself: deliveries, say. */
export interface SimulatorWork {
  /** Something was written that may be due. */
  wake(): void;
  /** Does everything that is due now, and resolves when it is done. Answers how many things that were. */
  settle(): Promise<number>;
  /** When the next is due; undefined where nothing is pending. */
  nextDueAt(): Promise<Date | undefined>;
  /** Breaks off what is under way. */
  stop(): Promise<void>;
}

/** One store, as a request finds it. */
export interface SimulatorSession {
  readonly context: SimulatorContext;
  /** To be called after whatever may have made work. */
  wake(): void;
}

export type SessionOf = (request: FastifyRequest) => SimulatorSession;

/** One provider of the outside world, on a port of its own because its SDKs expect an API at a host's root. */
export interface Simulator {
  /** Its key in `hp dev --json`, and its folder here. */
  readonly name: string;
  /** For people: `Stripe`. */
  readonly title: string;
  readonly collections: readonly Collection[];
  readonly support: Support;
  /** What a reader of the support table should know beside it, in sentences. */
  readonly notes: readonly string[];
  /** Adds its routes, errors and pages, which ask for the store with each request. */
  readonly register: (server: FastifyInstance, sessionOf: SessionOf) => void;
  /** What it answers where it fails by itself, or is asked too often, by HTTP status. */
  readonly troubleBody: (status: number) => object;
  /** Begins what it does for one store by itself. */
  readonly startWork: (context: SimulatorContext) => SimulatorWork;
}
