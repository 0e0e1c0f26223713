import type { Context } from '../../../context/context.ts';
import { decodeCursor, encodeCursor } from '../../../cursor/index.ts';
import type { Listed, PageInput } from '../../../lists/index.ts';

interface EventType {
  type: string;
  summary: string;
  isPersonal: boolean;
  schema: string;
}

const scope = 'webhooks.eventTypes.list';

/** The types of events of the contract in force, in the order of their names. */
export function listEventTypes(
  { contract }: Context,
  { pageSize = 20, after }: PageInput,
): Listed<EventType> {
  const [start] = after === undefined ? [''] : decodeCursor(scope, after);
  const following = [...contract.events.values()]
    .filter(({ type }) => type > String(start))
    .sort((left, right) => (left.type < right.type ? -1 : 1));
  const data = following.slice(0, pageSize).map(({ type, summary, isPersonal = false, data: schema }) => ({
    ...{ type, summary, isPersonal },
    schema: JSON.stringify(schema),
  }));
  const cursors = data.map(({ type }) => encodeCursor(scope, [type]));
  return { data, cursors, page: { next: following.length > pageSize ? (cursors.at(-1) ?? null) : null } };
}
