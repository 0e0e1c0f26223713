import type { Static } from 'typebox';
import type { FraudAssessment as FraudAssessmentSchema } from '../../contract/fraud/assessments.ts';
import { collection, type StoredDocument } from '../../store/port.ts';

export type FraudAssessment = Static<typeof FraudAssessmentSchema>;

/** An assessment, with what it is counted under. */
export interface StoredAssessment extends FraudAssessment {
  /** Keyed digests of IP address, e-mail address and card: `ip:…`. Not shown. */
  readonly traces: readonly string[];
}

export const assessments = collection<StoredAssessment, 'verdict'>({
  name: 'fraud_assessments',
  // Who reviews a purchase writes of people: "called her, she moved to …".
  sealed: { verdict: true },
  indexes: {
    byState: {
      version: 1,
      columns: [
        { name: 'orderId', type: 'text' },
        { name: 'state', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ orderId, state, createdAt }) =>
        ['*', ...(orderId === null ? [] : [orderId])].flatMap((order) => [
          [order, '*', createdAt],
          [order, state, createdAt],
        ]),
    },
    byTrace: {
      version: 1,
      columns: [
        { name: 'trace', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ traces, createdAt }) => traces.map((trace) => [trace, createdAt]),
    },
  },
});

/** Places where purchases of one trace queue while they are counted. */
export const queues = collection<StoredDocument>({ name: 'fraud_queues', indexes: {} });
