import type { ProviderDispute } from '../../services/payments/index.ts';
import { minorUnitsOf } from './paypal-amount.ts';
import type { PaypalClient } from './paypal-clients.ts';
import { paypalFault } from './paypal-problem.ts';

/** As much of PayPal's disputes (v1) as is read here. */
interface Dispute {
  readonly dispute_id: string;
  readonly status: string;
  readonly reason?: string;
  readonly dispute_life_cycle_stage?: string;
  readonly dispute_amount?: { readonly currency_code: string; readonly value: string };
  readonly dispute_outcome?: { readonly outcome_code?: string };
  readonly seller_response_due_date?: string;
}

/** How a dispute ends for the shop; whatever else it is called, the money stays gone. */
const won: readonly string[] = [
  ...['RESOLVED_SELLER_FAVOUR', 'RESOLVED_WITH_PAYOUT', 'CANCELED_BY_BUYER', 'DENIED'],
];

function stateOf({ status, dispute_outcome: outcome }: Dispute): ProviderDispute['state'] {
  if (status === 'RESOLVED') return won.includes(outcome?.outcome_code ?? '') ? 'won' : 'lost';
  return status === 'OPEN' || status === 'WAITING_FOR_SELLER_RESPONSE' ? 'needs_response' : 'under_review';
}

export function disputeOf(dispute: Dispute): ProviderDispute {
  const { dispute_amount: amount, dispute_life_cycle_stage: stage, reason } = dispute;
  return {
    reference: dispute.dispute_id,
    amount: amount ? minorUnitsOf({ currencyCode: amount.currency_code, value: amount.value }) : 0,
    state: stateOf(dispute),
    isInquiry: stage === 'INQUIRY',
    reason: (reason ?? 'other').toLowerCase(),
    respondBy: dispute.seller_response_due_date ?? null,
  };
}

/**
 * The disputes of captures. An app without the feature "Customer disputes" is not shown them, and its payments can be
 * read all the same.
 */
export async function readDisputes(
  { get }: Pick<PaypalClient, 'get'>,
  captures: readonly string[],
): Promise<ProviderDispute[]> {
  try {
    const disputes: ProviderDispute[] = [];
    for (const capture of captures) {
      const query = new URLSearchParams({ disputed_transaction_id: capture, page_size: '50' });
      // By PayPal's documentation; there is no SDK that says so.
      const { items = [] } = (await get(`/v1/customer/disputes?${query}`)) as { items?: Dispute[] };
      for (const { dispute_id: id } of items)
        disputes.push(disputeOf((await get(`/v1/customer/disputes/${id}`)) as Dispute)); // by the same
    }
    return disputes;
  } catch (error) {
    if (paypalFault(error)?.status === 403) return [];
    throw error;
  }
}
