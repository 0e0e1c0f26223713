import { endpoint } from '../endpoint.ts';
import { list } from '../objects/list.ts';
import { findOrRefuse } from '../objects/resource.ts';
import { created, expand, page } from '../parameters/common.ts';
import { list as listOf, text } from '../parameters/parameter.ts';
import { events } from './event.ts';

const keptSeconds = 30 * 24 * 60 * 60;

export const eventEndpoints = [
  endpoint({
    http: 'GET /v1/events',
    summary: 'List events',
    parameters: { ...page, ...expand, created, type: text(), types: listOf(text()) },
    limits: '`delivery_success` is not known.',
    handle(work, { type, types, created: range, ...options }) {
      const from = Math.max(range?.from ?? 0, work.now - keptSeconds);
      return list(work, events, '/v1/events', {
        ...{ ...options, created: { ...range, from }, where: { type } },
        ...(types ? { matches: (event) => 'type' in event && types.includes(String(event.type)) } : {}),
      });
    },
  }),
  endpoint({
    http: 'GET /v1/events/{id}',
    summary: 'Retrieve an event',
    parameters: expand,
    handle: async (work, _input, { id }) => (await findOrRefuse(work, events, id)).object,
  }),
];
