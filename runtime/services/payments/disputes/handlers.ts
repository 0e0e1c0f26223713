import type { StepsContext } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import { type PaymentOperations, paymentProblems } from '../../../contract/payments/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage } from '../../../lists/index.ts';
import type { Reader } from '../../../store/port.ts';
import { openPayment } from '../payments/open-payment.ts';
import { readAgain } from '../payments/settle-payment.ts';
import { type PaymentPorts, type Reached, reach } from '../ports.ts';
import { paymentDisputes, presentDispute, type StoredDispute } from './stored-dispute.ts';

type DisputeOperation = `payments.disputes.${'list' | 'get' | 'submitEvidence' | 'accept'}`;

async function openDispute(store: Reader, id: string): Promise<StoredDispute> {
  const dispute = await store.get(paymentDisputes, id);
  if (!dispute) throw problem(problems.notFound, { detail: `There is no dispute ${id}.` });
  return dispute;
}

function cannotAnswer({ provider }: StoredDispute) {
  return problem(paymentProblems.methodUnavailable, {
    detail: `Disputes at ${provider} can not be answered from here.`,
    hint: `Answer it in the dashboard of ${provider}; what comes of it is followed.`,
  });
}

/** Answers a dispute at its provider, and reads what comes of it. */
async function answerDispute(
  context: StepsContext,
  ports: PaymentPorts,
  disputeId: string,
  send: (reached: Reached, dispute: StoredDispute) => Promise<void>,
) {
  const dispute = await openDispute(context.store, disputeId);
  const reached = await reach(context, ports, dispute.provider);
  const payment = await openPayment(context.store, dispute.paymentId);
  const { paymentId } = dispute;
  await readAgain(context, reached, payment);
  const now = await openDispute(context.store, disputeId);
  if (now.state !== 'needs_response') {
    throw problem(paymentProblems.disputeClosed, {
      detail: `Dispute ${disputeId} is in the state "${now.state}".`,
      details: { state: now.state },
    });
  }
  await send(reached, now);
  await readAgain(context, reached, await openPayment(context.store, paymentId));
  return presentDispute(await openDispute(context.store, disputeId));
}

/** Handlers of disputes, in the contract's order. */
export function disputeHandlers(ports: PaymentPorts): Pick<HandlersOf<PaymentOperations>, DisputeOperation> {
  return {
    async 'payments.disputes.list'(context, { paymentId, ...page }) {
      const where = { group: paymentId === undefined ? '*' : `payment:${paymentId}` };
      const range = { index: 'byCreated', where, direction: 'descending' as const };
      const listed = await listPage(context, 'payments.disputes.list', paymentDisputes, range, page);
      return { ...listed, data: listed.data.map(presentDispute) };
    },

    async 'payments.disputes.get'(context, { disputeId }) {
      return presentDispute(await openDispute(context.store, disputeId));
    },

    async 'payments.disputes.submitEvidence'(context, { disputeId, evidence }) {
      const key = context.stableId('evidence');
      return answerDispute(context, ports, disputeId, async ({ provider, connection }, dispute) => {
        if (!provider.submitEvidence) throw cannotAnswer(dispute);
        await provider.submitEvidence(dispute.providerReference, evidence, key, connection);
      });
    },

    async 'payments.disputes.accept'(context, { disputeId }) {
      const key = context.stableId('accept');
      return answerDispute(context, ports, disputeId, async ({ provider, connection }, dispute) => {
        if (!provider.acceptDispute) throw cannotAnswer(dispute);
        await provider.acceptDispute(dispute.providerReference, key, connection);
      });
    },
  };
}
