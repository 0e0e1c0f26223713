import type { Support } from '../simulator.ts';
import { endpoints } from './endpoints.ts';
import { eventTypes } from './events/event-types.ts';
import { namesOf } from './parameters/parameter.ts';

/** The support table, from the declarations that the simulator runs on. */
export const support: Support = {
  endpoints: endpoints.map(({ http, summary, parameters, limits }) => ({
    http,
    summary,
    parameters: namesOf(parameters),
    ...(limits === undefined ? {} : { limits }),
  })),
  events: Object.entries(eventTypes).map(([type, when]) => ({ type, when })),
};
