import type { Exchange } from './exchange.ts';
import { givenValues, withReplaced } from './given-values.ts';
import { sentRequest } from './sent-request.ts';

/** A call in its place, with the calls that are the same and were made beside it. */
export interface Placed {
  readonly exchange: Exchange;
  readonly others: readonly Exchange[];
}

/** Where a value came from: the place of the call, and the pointer into its answer. */
export interface Origin {
  readonly place: number;
  readonly pointer: string;
}

export interface Ordered {
  readonly calls: readonly Placed[];
  /** What earlier answers gave, by value. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Reads that no write parts; a write is on its own. */
function runsOf(exchanges: readonly Exchange[], isWrite: (exchange: Exchange) => boolean): Exchange[][] {
  const runs: Exchange[][] = [];
  let isOpen = false;
  for (const exchange of exchanges.toSorted((one, other) => one.askedAt - other.askedAt)) {
    const mayJoin = isOpen && !isWrite(exchange);
    if (mayJoin) runs.at(-1)?.push(exchange);
    else runs.push([exchange]);
    isOpen = !isWrite(exchange);
  }
  return runs;
}

/** What a call can only know from answers of its own run, level by level: those of the first need none. */
function levelsOf(run: readonly Exchange[], earlier: ReadonlyMap<string, Origin>): Exchange[][] {
  const given = new Map(run.map((exchange) => [exchange, givenValues(exchange.answer)]));
  const known = new Map<Exchange, number>();
  const levelOf = (exchange: Exchange): number => {
    const before = known.get(exchange);
    if (before !== undefined) return before;
    let level = 0;
    sentRequest(exchange, (_, text) =>
      withReplaced(text, (value) => {
        if (earlier.has(value)) return undefined;
        const givers = run.filter(
          (each) => each.answeredAt <= exchange.askedAt && each !== exchange && given.get(each)?.has(value),
        );
        if (givers.length > 0) level = Math.max(level, 1 + Math.min(...givers.map(levelOf)));
        return undefined;
      }),
    );
    known.set(exchange, level);
    return level;
  };
  const levels: Exchange[][] = [];
  for (const exchange of run) {
    const level = levelOf(exchange);
    levels[level] = [...(levels[level] ?? []), exchange];
  }
  return levels;
}

/**
 * The same order each time. A page asks for several things at once, and which is asked first is chance: reads that no
 * write parts stand in the order of their texts, as far as none needs another's answer.
 */
export function orderExchanges(
  exchanges: readonly Exchange[],
  isWrite: (exchange: Exchange) => boolean,
): Ordered {
  const calls: Placed[] = [];
  const origins = new Map<string, Origin>();
  const place = (placed: Placed) => {
    for (const [value, pointer] of givenValues(placed.exchange.answer))
      if (!origins.has(value)) origins.set(value, { place: calls.length, pointer });
    calls.push(placed);
  };
  const keyOf = (exchange: Exchange) =>
    JSON.stringify([
      sentRequest(exchange, (_, text) =>
        withReplaced(text, (value) => {
          const origin = origins.get(value);
          return origin && `{${origin.place}#${origin.pointer}}`;
        }),
      ),
      exchange.headers.authorization,
      exchange.status,
    ]);
  for (const run of runsOf(exchanges, isWrite)) {
    for (const level of levelsOf(run, origins)) {
      const byKey = new Map<string, Exchange[]>();
      for (const exchange of level) {
        const key = keyOf(exchange);
        byKey.set(key, [...(byKey.get(key) ?? []), exchange]);
      }
      for (const [, [exchange, ...others]] of [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)))
        if (exchange) place({ exchange, others });
    }
  }
  return { calls, origins };
}
