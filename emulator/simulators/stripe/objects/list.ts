import { objects } from '../collections.ts';
import type { CreatedRange } from '../parameters/common.ts';
import { badRequest, missingObject } from '../stripe-error.ts';
import type { Resource, StripeObject } from './resource.ts';
import type { Work } from './work.ts';

export interface ObjectList<Shape> {
  readonly object: 'list';
  readonly url: string;
  readonly has_more: boolean;
  readonly data: readonly Shape[];
}

export interface ListOptions {
  readonly limit?: number | undefined;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
  readonly created?: CreatedRange | undefined;
  /** Member to value; undefined is no condition. */
  readonly where?: Readonly<Record<string, string | undefined>>;
  /** For conditions that are no equality. */
  readonly matches?: (object: StripeObject) => boolean;
}

const defaultLimit = 10;
const readAtOnce = 100;

/** A page of a list, the newest first. */
export async function list<Shape extends StripeObject, Hidden extends object>(
  work: Work,
  kind: Resource<Shape, Hidden>,
  url: string,
  options: ListOptions,
): Promise<ObjectList<Shape>> {
  const { limit = defaultLimit, starting_after, ending_before, where = {}, matches = () => true } = options;
  if (starting_after !== undefined && ending_before !== undefined) {
    throw badRequest('You cannot parameterize both starting_after and ending_before.', {
      code: 'parameters_exclusive',
      param: 'ending_before',
    });
  }
  const conditions = Object.entries(where).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  const [filter = '', value = ''] = conditions[0] ?? [];
  const isBackward = ending_before !== undefined;
  const cursor = starting_after ?? ending_before;
  const start = cursor === undefined ? undefined : await work.store.get(objects, cursor);
  if (cursor !== undefined && (start?.account !== work.account || start.type !== kind.type)) {
    throw missingObject(kind.noun, cursor, isBackward ? 'ending_before' : 'starting_after');
  }
  let after = start && [work.account, kind.type, filter, value, start.created, start.sequence, start.id];
  const found: Shape[] = [];
  while (found.length <= limit) {
    const page = await work.store.query(objects, {
      index: 'found_by',
      where: { account: work.account, type: kind.type, filter, value },
      direction: isBackward ? 'ascending' : 'descending',
      pageSize: readAtOnce,
      ...(options.created ? { range: options.created } : {}),
      ...(after ? { after } : {}),
    });
    for (const { document } of page.items) {
      // Of the kind that the query names.
      const object = document.object as unknown as Shape & Record<string, unknown>;
      if (conditions.every(([name, wanted]) => object[name] === wanted) && matches(object))
        found.push(object);
    }
    const last = page.items.at(-1);
    if (!page.hasMore || !last) break;
    after = [...last.position];
  }
  const data = found.slice(0, limit);
  return { object: 'list', url, has_more: found.length > limit, data: isBackward ? data.toReversed() : data };
}
