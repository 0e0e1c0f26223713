import { expireSession } from '../checkout/expire-session.ts';
import { lapse } from '../disputes/answer-dispute.ts';
import { find } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { cancelIntent } from '../payment-intents/capture-and-cancel.ts';
import { paymentIntents } from '../payment-intents/payment-intent.ts';
import { returnRefund, settleRefund } from '../refunds/settle-refund.ts';
import type { TaskAction } from './schedule.ts';

/** A hold that nobody captured in time is released. */
async function expireHold(work: Work, id: string): Promise<void> {
  const found = await find(work, paymentIntents, id);
  if (found?.object.status === 'requires_capture') await cancelIntent(work, found.object, 'automatic');
}

/** What happens by itself. Each does nothing where something else came first. */
export const actions: Readonly<Record<TaskAction, (work: Work, subject: string) => Promise<unknown>>> = {
  expire_hold: expireHold,
  expire_checkout: expireSession,
  settle_refund: settleRefund,
  fail_refund: (work, id) => returnRefund(work, id, 'failed'),
  close_dispute: lapse,
};
