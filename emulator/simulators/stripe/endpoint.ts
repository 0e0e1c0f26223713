import type { Work } from './objects/work.ts';
import type { InputOf, Parameter } from './parameters/parameter.ts';

type PathNames<Http extends string> = Http extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathNames<Rest>
  : never;

type Fields = Readonly<Record<string, Parameter<unknown>>>;

/** One call of the API, as data: its route, the check of its parameters and its row of the support table. */
export interface Endpoint {
  /** `POST /v1/payment_intents/{id}/capture`. */
  readonly http: string;
  readonly summary: string;
  readonly parameters: Fields;
  /**
   * What a publishable key may do: make something new, or reach the intent whose `client_secret` it has. Nothing
   * unless given.
   */
  readonly publishable?: 'creates' | 'client_secret' | undefined;
  /** What is left out or simplified, in a sentence. */
  readonly limits?: string | undefined;
  readonly handle: (work: Work, input: never, path: Readonly<Record<string, string>>) => Promise<object>;
}

/** Declares an endpoint; the types of input and path follow from its parameters and its route. */
export function endpoint<const Http extends string, F extends Fields>(
  definition: Omit<Endpoint, 'http' | 'parameters' | 'handle'> & {
    readonly http: Http;
    readonly parameters: F;
    readonly handle: (
      work: Work,
      input: InputOf<F>,
      path: Readonly<Record<PathNames<Http>, string>>,
    ) => Promise<object>;
  },
): Endpoint {
  return definition;
}
