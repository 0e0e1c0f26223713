import type { TestCard } from '../cards/test-cards.ts';
import type { Charge } from '../charges/charge.ts';
import type { Work } from '../objects/work.ts';
import { reportFraud } from '../radar/early-fraud-warning.ts';
import { openDispute } from './open-dispute.ts';

/** What some test cards bring about once they have paid. */
export async function followUp(work: Work, charge: Charge, card: TestCard): Promise<void> {
  const amount = charge.amount_captured;
  if (card.isReportedAsFraud) await reportFraud(work, charge);
  switch (card.dispute) {
    case 'fraudulent':
    case 'product_not_received':
      return openDispute(work, charge, card.dispute, amount, false);
    case 'inquiry':
      return openDispute(work, charge, 'fraudulent', amount, true);
    case 'several': {
      const half = Math.floor(amount / 2);
      await openDispute(work, charge, 'fraudulent', half, false);
      return openDispute(work, charge, 'product_not_received', amount - half, false);
    }
  }
}
