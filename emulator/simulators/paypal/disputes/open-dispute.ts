import { defined } from '../defined.ts';
import type { Work } from '../http/endpoint.ts';
import { newDisputeId } from '../http/ids.ts';
import type { Capture } from '../payments/payment.ts';
import { emitEvent } from '../webhooks/emit-event.ts';
import { events } from '../webhooks/events.ts';
import { disputes } from './dispute.ts';
import { presentDispute } from './present-dispute.ts';

const daysToRespond = 10;

/** The buyer says that nothing came: the money is held until that is decided. */
export async function openDispute(work: Work, capture: Capture): Promise<void> {
  const { id: captureId, orderId, amount, customId, invoiceId } = capture;
  const respondBy = new Date(work.now.getTime() + daysToRespond * 86_400_000).toISOString();
  const dispute = await work.writer.insert(disputes, {
    ...{ id: newDisputeId(), captureId, orderId, amount, respondBy, ...defined({ customId, invoiceId }) },
    ...{ reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED', status: 'WAITING_FOR_SELLER_RESPONSE' },
  });
  await emitEvent(work, events.disputeCreated, presentDispute(dispute, work.url));
}
