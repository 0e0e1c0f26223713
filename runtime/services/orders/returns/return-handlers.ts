import type { Context } from '../../../context/context.ts';
import type { BatchHandler, HandlersOf } from '../../../context/service.ts';
import { catalogProblems } from '../../../contract/catalog/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { Problem, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPages } from '../../../lists/index.ts';
import { withTracking } from '../fulfilments/tracking.ts';
import { completeReturn } from './complete-return.ts';
import { reserveExchange } from './exchange.ts';
import { inspectReturn } from './inspect-return.ts';
import { endReturn, getReturn, openReturn, performReturnMove, reachReturn } from './move-return.ts';
import { requestReturn } from './request-return.ts';
import { moveReturn } from './return-states.ts';
import { returns } from './stored-return.ts';

type Operations = Pick<OrderOperations, Extract<keyof OrderOperations, `orders.returns.${string}`>>;
type ListInput = InputOf<OrderOperations['orders.returns.list']>;

function rangeOf({ orderId, state }: ListInput) {
  if (orderId !== undefined && state !== undefined) {
    throw problem(problems.invalidFilter, {
      detail: 'Returns are listed by order or by state, not by both.',
      errors: [{ pointer: '/state', message: 'does not go with "orderId".' }],
    });
  }
  const group = orderId === undefined ? undefined : `order:${orderId}`;
  return {
    ...{ index: 'byGroup', direction: 'descending' as const },
    where: { group: group ?? (state === undefined ? '*' : `state:${state}`) },
  };
}

/** Several lists in one read. */
export const listReturns: BatchHandler = (context, inputs: readonly ListInput[]) => {
  const lists = inputs.map((input) => ({ range: rangeOf(input), input }));
  return listPages(context, 'orders.returns.list', returns, lists);
};

async function requireLocation(context: Context, locationId: string): Promise<void> {
  try {
    await context.call(operationOf(context, 'catalog.locations.get'), { locationId });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error;
    throw problem(catalogProblems.unknownReference, {
      detail: error.message,
      errors: [{ pointer: '/locationId', message: error.message }],
    });
  }
}

/** Handlers of returns, in the contract's order. */
export const returnHandlers: HandlersOf<Operations> = {
  async 'orders.returns.list'(context, input) {
    const lists = [{ range: rangeOf(input), input }];
    const [page] = await listPages(context, 'orders.returns.list', returns, lists);
    if (!page) throw new Error('A list gave no page.');
    return page;
  },

  async 'orders.returns.get'(context, { returnId }) {
    return getReturn(context, returnId);
  },

  async 'orders.returns.request'(context, input) {
    return requestReturn(context, input);
  },

  async 'orders.returns.approve'(context, { returnId, reason }) {
    const { order, found } = await openReturn(context, returnId);
    moveReturn(found, 'orders.returns.approve');
    const exchange = await reserveExchange(context, order, found.exchange);
    return performReturnMove(context, found, 'orders.returns.approve', { reason, exchange });
  },

  async 'orders.returns.decline'(context, { returnId, reason }) {
    return endReturn(context, await openReturn(context, returnId), 'orders.returns.decline', reason);
  },

  async 'orders.returns.shipBack'(context, { tracking = {}, ...key }) {
    const { found } = await reachReturn(context, key);
    const change = { tracking: withTracking(found.tracking, tracking) };
    return performReturnMove(context, found, 'orders.returns.shipBack', change);
  },

  async 'orders.returns.receive'(context, { returnId, locationId, reason }) {
    const { found } = await openReturn(context, returnId);
    if (locationId !== undefined) await requireLocation(context, locationId);
    const change = { locationId: locationId ?? null, reason };
    return performReturnMove(context, found, 'orders.returns.receive', change);
  },

  async 'orders.returns.inspect'(context, input) {
    const { locationId } = input;
    const open = await openReturn(context, input.returnId);
    if (locationId !== undefined) await requireLocation(context, locationId);
    return inspectReturn(context, open, input);
  },

  async 'orders.returns.complete'(context, input) {
    return completeReturn(context, input);
  },

  async 'orders.returns.cancel'(context, { reason, ...key }) {
    return endReturn(context, await reachReturn(context, key), 'orders.returns.cancel', reason);
  },
};
