import type { FieldError } from '../../runtime/contract/problem.ts';
import { problems } from '../../runtime/contract/problems.ts';
import { nearest, unknownName } from '../../runtime/validation/index.ts';
import { parseDuration } from '../clock/index.ts';
import type { Fault, FaultInput, FaultKind } from './fault.ts';
import { matches } from './fault-for.ts';

/** What there is in a store for a fault to strike. */
export interface Targets {
  /** Ids of operations, each with the problems that it can answer with, and their status. */
  readonly operations: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Names of simulated providers, with their routes: `POST /v1/payment_intents/{id}`. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  /**
   * Ids and keys of webhook endpoints, `integration:<key>` of partners, `taxes` and `carrier:<key>` of who is asked,
   * `notices:<provider>` of simulated providers.
   */
  readonly endpoints: readonly string[];
}

const longestDelay = 60_000;

/** Settings that belong to one kind alone. */
const settingsOf: Readonly<Record<FaultKind, readonly (keyof FaultInput)[]>> = {
  latency: ['delay'],
  error: ['status', 'code'],
  timeout: [],
  drop: [],
  rate_limit: ['retryAfter'],
  malformed: [],
  repeat: ['copies'],
};

interface Checked {
  readonly errors: readonly FieldError[];
  readonly fault: Omit<Fault, 'id'>;
}

function millisecondsOf(text: string): number | undefined {
  const duration = parseDuration(text);
  return duration && duration.months === 0 ? duration.milliseconds : undefined;
}

/** What a name or pattern is that means nothing that there is, in a sentence. */
function unknownTarget(pattern: string, what: string, known: readonly string[]): string | undefined {
  if (known.some((name) => matches(pattern, name)) || pattern === '*') return undefined;
  if (!pattern.endsWith('*')) return unknownName(pattern, what, known);
  // `catalog.products.*` and `integration:*`; a key of an endpoint is of no group.
  const groups = [
    ...new Set(known.flatMap((name) => /^.*[.:]/.exec(name)?.map((group) => `${group}*`) ?? [])),
  ];
  const meant = nearest(pattern, groups);
  return `"${pattern}" means no ${what}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
}

function routeError({ provider, route }: FaultInput, targets: Targets): string | undefined {
  if (route === undefined) return undefined;
  if (provider === undefined) return 'belongs to a provider, and none is given.';
  const routes = targets.providers.get(provider);
  return routes && !routes.includes(route) ? unknownName(route, `route of ${provider}`, routes) : undefined;
}

function targetErrors(input: FaultInput, targets: Targets): FieldError[] {
  const { operation, provider, endpoint } = input;
  const given = Object.entries({ operation, provider, endpoint }).filter(([, name]) => name !== undefined);
  const [, second] = given;
  if (second) {
    const [name] = second;
    return [
      {
        pointer: `/${name}`,
        message: 'is one too many: a fault strikes an operation, a provider or an endpoint.',
      },
    ];
  }
  if (given.length === 0)
    return [{ pointer: '/operation', message: 'is needed, or a provider, or an endpoint: what it strikes.' }];
  const found: readonly (readonly [string, string | undefined])[] = [
    [
      '/operation',
      operation === undefined
        ? undefined
        : unknownTarget(operation, 'operation', [...targets.operations.keys()]),
    ],
    [
      '/provider',
      provider === undefined || targets.providers.has(provider)
        ? undefined
        : unknownName(provider, 'provider', [...targets.providers.keys()]),
    ],
    [
      '/endpoint',
      endpoint === undefined ? undefined : unknownTarget(endpoint, 'endpoint', targets.endpoints),
    ],
    ['/route', routeError(input, targets)],
  ];
  return found.flatMap(([pointer, message]) => (message ? [{ pointer, message }] : []));
}

function combinationErrors({ kind, when, endpoint, provider, operation, ...rest }: FaultInput): FieldError[] {
  const errors: FieldError[] = [];
  const say = (pointer: string, message: string) => errors.push({ pointer, message });
  for (const [owner, names] of Object.entries(settingsOf)) {
    for (const name of names) {
      if (owner !== kind && name in rest) say(`/${name}`, `belongs to "${owner}", not to "${kind}".`);
    }
  }
  if (kind === 'latency' && rest.delay === undefined) say('/delay', 'is needed: how long calls are held up.');
  if (kind === 'rate_limit' && when === 'after')
    say('/when', 'must be "before": who asks too often is refused, and nothing is done.');
  if (kind === 'malformed' && when === 'before')
    say('/when', 'must be "after": what is cut off is the answer to what was done.');
  if (kind === 'repeat' && endpoint === undefined) say('/kind', 'is for webhooks: give an endpoint.');
  if (kind === 'repeat' && when !== undefined) say('/when', 'makes no difference to a message sent twice.');
  if (kind === 'malformed' && endpoint !== undefined && !endpoint.startsWith('integration:'))
    say('/kind', 'makes no difference here: nobody reads what a webhook endpoint answers.');
  if (rest.code !== undefined && rest.status !== undefined)
    say('/status', 'comes with the problem that "code" names: leave one of them out.');
  if (rest.code !== undefined && operation === undefined)
    say('/code', 'is a problem of the platform: give an operation, or a status.');
  if (rest.code === problems.rateLimited.code) say('/code', 'is what "rate_limit" answers.');
  if (rest.status === 429) say('/status', 'is what "rate_limit" answers.');
  else if (operation !== undefined && rest.status !== undefined && rest.status < 500)
    say('/status', 'of an operation must be 500 or more: for a refusal, name the problem as "code".');
  return errors;
}

/** The status of the problem that is named, or why it can't be: each operation that is meant must answer with it. */
function problemStatus(
  { operation, code }: FaultInput,
  { operations }: Targets,
): { readonly status?: number | undefined; readonly error?: string } {
  if (operation === undefined || code === undefined) return {};
  const meant = [...operations].filter(([id]) => matches(operation, id));
  const unfit = meant.find(([, known]) => !known.has(code));
  if (unfit) {
    const [id, known] = unfit;
    return { error: unknownName(code, `problem of ${id}`, [...known.keys()]) };
  }
  return { status: meant[0]?.[1].get(code) };
}

/** Reads what is asked for, and says everything that is wrong with it. */
export function checkFault(input: FaultInput, targets: Targets, scenario: string | null = null): Checked {
  const errors = [...targetErrors(input, targets), ...combinationErrors(input)];
  const { kind, probability = 1, seed = 0, skip = 0, times = null } = input;
  const delay = input.delay === undefined ? 0 : millisecondsOf(input.delay);
  if (delay === undefined) errors.push({ pointer: '/delay', message: 'must be a time such as 800ms or 2s.' });
  else if (delay > longestDelay)
    errors.push({
      pointer: '/delay',
      message: 'may be a minute at most: use "timeout" for no answer at all.',
    });
  const retryAfter = millisecondsOf(input.retryAfter ?? '1s');
  if (retryAfter === undefined)
    errors.push({ pointer: '/retryAfter', message: 'must be a time such as 1s or 2 minutes.' });
  const named = problemStatus(input, targets);
  if (named.error !== undefined) errors.push({ pointer: '/code', message: named.error });
  const statuses: Partial<Record<FaultKind, number>> = {
    error: named.status ?? input.status ?? 503,
    rate_limit: 429,
  };
  return {
    errors,
    fault: {
      ...{ kind, operation: input.operation ?? null, provider: input.provider ?? null },
      ...{ route: input.route ?? null, endpoint: input.endpoint ?? null },
      when: input.when ?? (kind === 'malformed' ? 'after' : 'before'),
      ...{ probability, seed, skip, times },
      ...{ delayMilliseconds: delay ?? 0, status: statuses[kind] ?? 0, code: input.code ?? null },
      retryAfterSeconds: kind === 'rate_limit' ? Math.ceil((retryAfter ?? 0) / 1000) : 0,
      copies: kind === 'repeat' ? (input.copies ?? 2) : 1,
      ...{ scenario, calls: 0, struck: 0 },
    },
  };
}
