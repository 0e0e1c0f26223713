import type { Charge } from '../charges/charge.ts';
import { emit } from '../events/emit.ts';
import { insert, resource } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';

export interface EarlyFraudWarning {
  readonly id: string;
  readonly object: 'radar.early_fraud_warning';
  readonly actionable: boolean;
  readonly charge: string;
  readonly created: number;
  readonly fraud_type: 'unauthorized_use_of_card';
  readonly livemode: false;
  readonly payment_intent: string;
}

export const earlyFraudWarnings = resource<EarlyFraudWarning>({
  type: 'radar.early_fraud_warning',
  noun: 'early_fraud_warning',
  prefix: 'issfr_1',
  listedBy: ['charge', 'payment_intent'],
  references: ['charge', 'payment_intent'],
});

export async function reportFraud(work: Work, charge: Charge): Promise<void> {
  const warning = await insert(
    work,
    earlyFraudWarnings,
    {
      ...{ id: earlyFraudWarnings.newId(), object: 'radar.early_fraud_warning', actionable: true },
      ...{ charge: charge.id, created: work.now, fraud_type: 'unauthorized_use_of_card', livemode: false },
      payment_intent: charge.payment_intent,
    },
    {},
  );
  await emit(work, 'radar.early_fraud_warning.created', warning);
}
