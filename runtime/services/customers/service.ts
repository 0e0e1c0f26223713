import type { Handler, Service, StepsHandler } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { customerHandlers } from './customers/customer-handlers.ts';
import { customers } from './customers/stored-customer.ts';
import { ownHandlers } from './me/own-handlers.ts';
import { readAccessToken } from './sessions/access-token.ts';
import { forgetOldSessions } from './sessions/end-sessions.ts';
import { sessionHandlers } from './sessions/session-handlers.ts';
import { customerSessions, refreshTokens } from './sessions/stored-session.ts';
import { forgetOldLinks } from './sign-ins/forget-links.ts';
import { signInHandlers } from './sign-ins/sign-in-handlers.ts';
import { signInLinks } from './sign-ins/stored-link.ts';

// A collection is stored by its documents' own type; the service lists collections of all types.
const collections = [
  ...[customers, signInLinks, customerSessions, refreshTokens],
] as unknown as readonly Collection[];

/** Customers, and how they sign in. */
export const customerService: Service = {
  name: 'customers',
  collections,
  // Each handler is typed by its operation; the gateway hands over what the contract has validated.
  handlers: {
    ...customerHandlers,
    ...signInHandlers,
    ...sessionHandlers,
    ...ownHandlers,
  } as Readonly<Record<string, Handler | StepsHandler>>,
  batches: {},
  loaders: {},
  subscriptions: [],
  schedules: {
    'customers.forget-links': { everySeconds: 600, run: forgetOldLinks },
    'customers.forget-sessions': { everySeconds: 3600, run: forgetOldSessions },
  },
  identifyCustomer: readAccessToken,
};
