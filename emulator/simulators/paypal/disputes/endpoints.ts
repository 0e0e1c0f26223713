import Type from 'typebox';
import type { Reader } from '../../../../runtime/store/port.ts';
import { type Answer, type Endpoint, endpoint, type Work } from '../http/endpoint.ts';
import { notFound, refusal } from '../http/paypal-error.ts';
import { emitEvent } from '../webhooks/emit-event.ts';
import { events } from '../webhooks/events.ts';
import { type Dispute, disputes } from './dispute.ts';
import { listedDispute, presentDispute } from './present-dispute.ts';

async function findDispute(reader: Reader, id: string): Promise<Dispute> {
  const dispute = await reader.get(disputes, id);
  if (!dispute) throw notFound('id', id);
  return dispute;
}

/** Decides a dispute for one side; what is decided stays so. */
async function resolve(work: Work, id: string, outcome: Dispute['outcome']): Promise<Answer> {
  const dispute = await findDispute(work.writer, id);
  if (dispute.status === 'RESOLVED' || outcome === undefined)
    throw refusal('ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE');
  const resolved = await work.writer.update<Dispute>(disputes, id, (current) => ({
    ...current,
    ...{ status: 'RESOLVED', outcome },
  }));
  const shown = presentDispute(resolved, work.url);
  await emitEvent(work, events.disputeResolved, shown);
  return { status: 200, body: { links: shown.links } };
}

const list = endpoint({
  http: 'GET /v1/customer/disputes',
  summary: 'List disputes',
  query: Type.Object({
    disputed_transaction_id: Type.Optional(Type.String({ minLength: 1 })),
    page_size: Type.Optional(Type.String({ pattern: '^([1-9]|[1-4][0-9]|50)$' })),
  }),
  limits: 'The latest page, newest first.',
  async handle({ writer, query, url }): Promise<Answer> {
    const { disputed_transaction_id: captureId, page_size: size = '10' } = query;
    const narrowed = captureId
      ? { index: 'byCapture', where: { captureId } }
      : { index: 'byTime', where: {} };
    const { items } = await writer.query(disputes, {
      ...{ ...narrowed, direction: 'descending', pageSize: Number(size) },
    });
    const found = items.map(({ document }) => listedDispute(document, url));
    return { status: 200, body: { items: found, links: [] } };
  },
});

const show = endpoint({
  http: 'GET /v1/customer/disputes/{id}',
  summary: 'Show a dispute',
  async handle({ writer, path, url }) {
    return { status: 200, body: presentDispute(await findDispute(writer, path.id ?? ''), url) };
  },
});

const accept = endpoint({
  http: 'POST /v1/customer/disputes/{id}/accept-claim',
  summary: 'Give the buyer their money back',
  body: Type.Object({
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
    accept_claim_type: Type.Optional(Type.Enum(['REFUND'])),
  }),
  limits: 'The whole amount; the capture stays as it is.',
  handle: (request) => resolve(request, request.path.id ?? '', 'RESOLVED_BUYER_FAVOUR'),
});

const adjudicate = endpoint({
  http: 'POST /v1/customer/disputes/{id}/adjudicate',
  summary: 'Decide a dispute, as PayPal does (sandbox)',
  body: Type.Object({ adjudication_outcome: Type.Enum(['BUYER_FAVOR', 'SELLER_FAVOR']) }),
  limits: 'Also before the seller has answered. Disputes are opened by the buyer on the approval page.',
  handle: (request) => {
    const isForBuyer = request.body.adjudication_outcome === 'BUYER_FAVOR';
    const outcome = isForBuyer ? 'RESOLVED_BUYER_FAVOUR' : 'RESOLVED_SELLER_FAVOUR';
    return resolve(request, request.path.id ?? '', outcome);
  },
});

export const disputeEndpoints: readonly Endpoint[] = [list, show, accept, adjudicate];
