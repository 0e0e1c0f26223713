import { type ProblemDefinition, problem } from '../../contract/problem.ts';

/** A row of a table of states: what leads from where to where, who may do it, and the event that tells of it. */
export interface StateMove<State extends string> {
  readonly from: State;
  readonly to: State;
  /** Operation id; of what callers can't do, a word. */
  readonly operation: string;
  readonly by: 'caller' | 'platform';
  readonly guard: string;
  readonly event: string;
}

interface Named<State extends string> {
  readonly id: string;
  readonly state: State;
}

/** The operations that callers can do from a state. */
export function allowedFrom<State extends string>(
  table: readonly StateMove<State>[],
  state: State,
): readonly string[] {
  return table.filter(({ from, by }) => from === state && by === 'caller').map(({ operation }) => operation);
}

/** Says that a state doesn't allow something, and what it does allow. */
export function refuseMove<State extends string>(
  table: readonly StateMove<State>[],
  definition: ProblemDefinition,
  { id, state }: Named<State>,
  what: string,
  also: readonly string[] = [],
): never {
  const allowed = [...allowedFrom(table, state), ...also];
  const can =
    allowed.length > 0 ? `It allows ${allowed.join(', ')}.` : 'Nothing of that kind can be done with it.';
  throw problem(definition, {
    detail: `${id} is in the state "${state}", so ${what} is not possible. ${can}`,
    details: { state, allowed },
  });
}

/**
 * Where an operation leads.
 * @throws {Problem} the one given, where the state doesn't allow it.
 */
export function moveBy<State extends string, Move extends StateMove<State>>(
  table: readonly Move[],
  definition: ProblemDefinition,
  thing: Named<State>,
  operation: Move['operation'],
  also: readonly string[] = [],
): Move {
  const move = table.find((row) => row.from === thing.state && row.operation === operation);
  return move ?? refuseMove(table, definition, thing, operation, also);
}
