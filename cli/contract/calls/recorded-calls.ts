import { isPlainObject } from '../../../runtime/gateway/json-schema.ts';
import type { RecordedCall } from './calls-file.ts';
import { createTextCleaner } from './clean-text.ts';
import type { Exchange } from './exchange.ts';
import { kindOfValue, withReplaced } from './given-values.ts';
import type { OfferedApi } from './offered-api.ts';
import { type Ordered, orderExchanges, type Placed } from './order-exchanges.ts';
import { allowedShape } from './schema-shape.ts';
import { sentRequest } from './sent-request.ts';
import { mergedShape, shapeOf } from './shape.ts';
import { writeShape } from './written-shape.ts';

function keyOf({ headers: { authorization = '' } }: Exchange): RecordedCall['key'] {
  if (authorization === '') return 'none';
  return /^Bearer hp_pk_/i.test(authorization) ? 'publishable' : 'secret';
}

function pathOf({ url }: Exchange): string {
  return new URL(url, 'http://store.invalid').pathname;
}

/** The code of a refusal, in the shape of REST or of GraphQL. */
export function problemOf(status: number, answer: unknown): string | undefined {
  if (!isPlainObject(answer)) return undefined;
  const [error] = Array.isArray(answer.errors) ? answer.errors : [];
  const extensions = isPlainObject(error) ? error.extensions : undefined;
  const code = isPlainObject(extensions) ? extensions.code : status >= 400 ? answer.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

async function answerOf({ exchange, others }: Placed, api: OfferedApi): Promise<unknown> {
  const { method, body, status, answer } = exchange;
  if (answer === undefined || status >= 400) return undefined;
  const seen = others.map((other) => shapeOf(other.answer)).reduce(mergedShape, shapeOf(answer));
  const schema = await api.answerSchema({ method, path: pathOf(exchange), body }, status);
  return writeShape(schema ? allowedShape(seen, schema) : seen);
}

/** Names for what answers gave and later calls sent, `cart_1`, as they are needed. */
function createNames({ origins }: Ordered) {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const given = new Map<number, Record<string, string>>();
  return {
    /** What the answer of a call gives. */
    givenBy: (place: number) => given.get(place),
    nameOf(value: string, place: number): string | undefined {
      const origin = origins.get(value);
      if (!origin || origin.place >= place) return undefined;
      const known = names.get(value);
      if (known !== undefined) return `{${known}}`;
      const kind = kindOfValue(value, origin.pointer);
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      const name = `${kind}_${count}`;
      names.set(value, name);
      given.set(origin.place, { ...given.get(origin.place), [name]: origin.pointer });
      return `{${name}}`;
    },
  };
}

/** A read that was made before, just so, and that nothing depends on, says nothing new. */
function withoutRepeated(calls: readonly RecordedCall[], api: OfferedApi): RecordedCall[] {
  const seen = new Set<string>();
  return calls.filter(({ gives, ...call }) => {
    const [method = '', path = ''] = call.request.split(' ');
    if (gives || api.isWrite({ method, path, body: call.body })) return true;
    const text = JSON.stringify(call);
    return !seen.has(text) && seen.add(text);
  });
}

/** What is kept of calls that passed by: in an order of its own, without secrets, people and times. */
export async function recordedCalls(
  exchanges: readonly Exchange[],
  api: OfferedApi,
  now: number,
): Promise<RecordedCall[]> {
  const ordered = orderExchanges(exchanges, (exchange) =>
    api.isWrite({ method: exchange.method, path: pathOf(exchange), body: exchange.body }),
  );
  const names = createNames(ordered);
  const clean = createTextCleaner(now);
  const sent = ordered.calls.map(({ exchange }, place) =>
    sentRequest(exchange, (name, text) => {
      const replaced = withReplaced(text, (value) => names.nameOf(value, place));
      return /^\{\w+\}$/.test(replaced) && replaced !== text ? replaced : clean(name, replaced);
    }),
  );
  const calls = await Promise.all(
    ordered.calls.map(async (placed, place): Promise<RecordedCall> => {
      const { exchange } = placed;
      const { method, status } = exchange;
      const path = pathOf(exchange);
      const { request, ...rest } = sent[place] ?? sentRequest(exchange, (_, text) => text);
      const problem = problemOf(status, exchange.answer);
      const gives = names.givenBy(place);
      const answer = await answerOf(placed, api);
      return {
        operation: path === '/graphql' ? 'graphql' : (api.route(method, path)?.id ?? 'unknown'),
        ...{ request, key: keyOf(exchange), ...rest, status },
        ...(problem === undefined ? {} : { problem }),
        ...(gives ? { gives } : {}),
        ...(answer === undefined ? {} : { answer }),
      };
    }),
  );
  return withoutRepeated(calls, api);
}
