import type { StoredEndpoint } from './stored-endpoint.ts';

type Status = StoredEndpoint['status'];

/** The life of an endpoint, as data. Deleting is possible from everywhere, and no state. */
export const endpointMoves = [
  { from: 'active', to: 'paused', move: 'pause', by: 'caller', event: 'webhook_endpoint.paused' },
  { from: 'paused', to: 'active', move: 'resume', by: 'caller', event: 'webhook_endpoint.resumed' },
  { from: 'disabled', to: 'active', move: 'resume', by: 'caller', event: 'webhook_endpoint.resumed' },
  { from: 'active', to: 'disabled', move: 'disable', by: 'platform', event: 'webhook_endpoint.disabled' },
] as const satisfies readonly {
  from: Status;
  to: Status;
  move: string;
  by: 'caller' | 'platform';
  event: string;
}[];

export type EndpointMove = (typeof endpointMoves)[number]['move'];

/** Where a move leads; undefined where the status doesn't allow it. */
export function endpointMove(status: Status, move: EndpointMove) {
  return endpointMoves.find((row) => row.from === status && row.move === move);
}

/** What a caller can do with an endpoint now. */
export function possibleMoves(status: Status): EndpointMove[] {
  return endpointMoves.filter((row) => row.from === status && row.by === 'caller').map(({ move }) => move);
}
