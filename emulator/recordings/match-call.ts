import { type Bindings, bindTexts } from './platform-ids.ts';
import type { Asked, RecordedCall } from './recording.ts';

type Leaves = ReadonlyMap<string, string>;

/** Everything that a call says, by its place: `request.metadata[payment_id]`. */
function leavesOf(value: unknown, place: string, leaves = new Map<string, string>()): Leaves {
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) leavesOf(inner, `${place}.${name}`, leaves);
  } else leaves.set(place, typeof value === 'string' ? value : JSON.stringify(value ?? null));
  return leaves;
}

function saysOf({ path, query, request }: Asked): Leaves {
  return new Map([['path', path], ...leavesOf(query, 'query'), ...leavesOf(request, 'request')]);
}

interface Compared {
  readonly bindings: Bindings;
  /** What differs, in words; nothing where it is the same call. */
  readonly differences: readonly string[];
}

function compare(recorded: RecordedCall, actual: Asked, before: Bindings): Compared {
  const [was, is] = [saysOf(recorded), saysOf(actual)];
  let bindings = before;
  const differences: string[] = [];
  for (const place of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(place), is.get(place)];
    if (one === undefined) differences.push(`${place} is ${other}, and was not sent`);
    else if (other === undefined) differences.push(`${place} is not sent, and was ${one}`);
    else {
      const bound = bindTexts(one, other, bindings);
      if (bound) bindings = bound;
      else differences.push(`${place} is ${other}, and was ${one}`);
    }
  }
  return { bindings, differences };
}

export type Match =
  | { readonly call: RecordedCall; readonly bindings: Bindings }
  | { readonly call: undefined; readonly message: string };

/** Reads, and tokens, are asked for as often as it pleases. */
function mayBeRepeated({ method, path }: Pick<RecordedCall, 'method' | 'path'>): boolean {
  return method === 'GET' || path.endsWith('/oauth2/token');
}

function message(
  { provider, method, path }: Asked,
  closest: readonly [RecordedCall, Compared] | undefined,
): string {
  const unknown = `${method} ${path} of ${provider} is not in the recording as it is asked now.`;
  if (!closest) return `${unknown} Nothing in it is like that.`;
  const [call, { differences }] = closest;
  if (differences.length === 0) return `${unknown} It was asked just so, but not as often.`;
  const shown = differences.slice(0, 3).join('; ');
  const more = differences.length > 3 ? `; and ${differences.length - 3} more` : '';
  return `${unknown} Closest is ${call.method} ${call.path}: ${shown}${more}.`;
}

/** The recorded call that is asked: the first that nobody asked yet, or the last of those that may be repeated. */
export function matchCall(
  calls: readonly RecordedCall[],
  used: ReadonlySet<RecordedCall>,
  actual: Asked,
  bindings: Bindings,
): Match {
  const alike = calls
    .filter(({ provider, method }) => provider === actual.provider && method === actual.method)
    .map((call) => [call, compare(call, actual, bindings)] as const);
  const same = alike.filter(([, { differences }]) => differences.length === 0);
  const writes = [...used].filter((call) => !mayBeRepeated(call)).map((call) => calls.indexOf(call));
  const lastWrite = Math.max(-1, ...writes);
  const fresh = same.filter(([call]) => !used.has(call));
  // Nothing is read as it was before what was done since.
  const found = mayBeRepeated(actual)
    ? (fresh.find(([call]) => calls.indexOf(call) > lastWrite) ?? same.at(-1))
    : fresh[0];
  if (found) return { call: found[0], bindings: found[1].bindings };
  const [closest] = [...alike].sort(
    ([, left], [, right]) => left.differences.length - right.differences.length,
  );
  return { call: undefined, message: message(actual, closest) };
}
