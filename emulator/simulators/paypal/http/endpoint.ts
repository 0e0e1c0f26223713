import type { Static, TObject, TSchema } from 'typebox';
import type { Writer } from '../../../../runtime/store/port.ts';
import { checkValue } from './check-value.ts';
import { parameterNames } from './parameter-names.ts';

/** What a handler and the rules below it may touch. */
export interface Work {
  /** The transaction of this request. */
  readonly writer: Writer;
  /** Business time. */
  readonly now: Date;
  /** Where the simulator answers, for links. */
  readonly url: string;
}

/** A request as a handler gets it: checked against the endpoint's declaration. */
export interface EndpointRequest<Body, Query> extends Work {
  /** From the path, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
  /** `Prefer: return=representation` */
  readonly prefersRepresentation: boolean;
  readonly requestId: string | undefined;
  /** The header as it came; who needs a token has been let in by it already. */
  readonly authorization: string | undefined;
  readonly notSimulated: (what: string) => void;
  /** Adds to a credential what tells this store's from those of sandboxes. */
  readonly marked: (credential: string) => string;
}

export interface Answer {
  readonly status: number;
  /** None for 204. A text goes out as it is. */
  readonly body?: object | string;
  /** `application/json` unless given. */
  readonly contentType?: string;
}

interface Declaration<Body extends TSchema, Query extends TObject> {
  /** `POST /v2/checkout/orders/{id}/capture` */
  readonly http: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`;
  /** `Create an order` */
  readonly summary: string;
  readonly body?: Body;
  readonly query?: Query;
  /** A bearer token unless said otherwise. */
  readonly authentication?: 'basic' | 'none';
  /** What it must be sent as; JSON unless said otherwise. */
  readonly form?: true;
  /** How long an answer is kept for its PayPal-Request-Id. Not at all where it is missing. */
  readonly requestIdHours?: number;
  /** Whether PayPal-Mock-Response may ask for an error. */
  readonly mockable?: true;
  readonly limits?: string;
  readonly handle: (request: EndpointRequest<Static<Body>, Static<Query>>) => Promise<Answer>;
}

type Received = Omit<EndpointRequest<unknown, unknown>, 'writer' | 'body' | 'query'>;

/** What is left to do once a request has been checked: to run in a transaction. */
export type Step = (writer: Writer) => Promise<Answer>;

/** One endpoint. Its routes, its checks, its reports and its row in the support table all come from here. */
export interface Endpoint extends Omit<Declaration<TSchema, TObject>, 'handle' | 'body' | 'query'> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** `/v2/checkout/orders/{id}/capture` */
  readonly path: string;
  /** Names of the parameters that have their effect, dotted where nested. */
  readonly parameters: readonly string[];
  /**
   * @throws {PayPalError} 400 with everything that is wrong.
   */
  readonly prepare: (given: { body: unknown; query: unknown }, received: Received) => Step;
}

export function endpoint<Body extends TSchema, Query extends TObject>(
  declaration: Declaration<Body, Query>,
): Endpoint {
  const { handle, body, query, ...rest } = declaration;
  const [method, path] = splitHttp(declaration.http);
  return {
    ...rest,
    method,
    path,
    parameters: [...(query ? parameterNames(query) : []), ...(body ? parameterNames(body) : [])],
    prepare(given, received) {
      const report = (name: string) => received.notSimulated(`parameter "${name}" of ${declaration.http}`);
      const checked = checkValue(body, given.body ?? {}, 'body', report);
      const asked = checkValue(query, given.query, 'query', report);
      return (writer) => handle({ ...received, writer, body: checked, query: asked });
    },
  };
}

function splitHttp(http: string): [Endpoint['method'], string] {
  const match = /^(GET|POST|PATCH|DELETE) (\/.*)$/.exec(http);
  const method = match?.[1];
  const path = match?.[2];
  if ((method === 'GET' || method === 'POST' || method === 'PATCH' || method === 'DELETE') && path) {
    return [method, path];
  }
  throw new Error(`"${http}" is no method and path.`);
}
