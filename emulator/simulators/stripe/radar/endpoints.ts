import { endpoint } from '../endpoint.ts';
import { list } from '../objects/list.ts';
import { findOrRefuse } from '../objects/resource.ts';
import { created, expand, page } from '../parameters/common.ts';
import { text } from '../parameters/parameter.ts';
import { earlyFraudWarnings } from './early-fraud-warning.ts';

const path = '/v1/radar/early_fraud_warnings';

export const earlyFraudWarningEndpoints = [
  endpoint({
    http: `GET ${path}`,
    summary: 'List early fraud warnings',
    parameters: { ...page, ...expand, created, charge: text(), payment_intent: text() },
    handle: (work, { charge, payment_intent, ...options }) =>
      list(work, earlyFraudWarnings, path, { ...options, where: { charge, payment_intent } }),
  }),
  endpoint({
    http: `GET ${path}/{id}`,
    summary: 'Retrieve an early fraud warning',
    parameters: expand,
    handle: async (work, _input, { id }) => (await findOrRefuse(work, earlyFraudWarnings, id)).object,
  }),
];
