import { defineEvent } from '../event.ts';
import { object } from '../schema/primitives.ts';
import { Customer, customerId } from './customer-schemas.ts';

export const customerEvents = [
  defineEvent({
    type: 'customer.created',
    summary: 'A customer was created.',
    data: Customer,
    isPersonal: true,
  }),
  defineEvent({
    type: 'customer.updated',
    summary: 'A customer was changed.',
    data: Customer,
    isPersonal: true,
  }),
  defineEvent({
    type: 'customer.deleted',
    summary: 'A customer was erased.',
    data: object('CustomerDeleted', { id: customerId }),
  }),
  defineEvent({
    type: 'customer.signed_in',
    summary: 'A customer signed in.',
    data: object('CustomerSignedIn', { id: customerId }),
  }),
  defineEvent({
    type: 'customer.signed_out',
    summary: 'A customer signed out, on one device or on all.',
    data: object('CustomerSignedOut', { id: customerId }),
  }),
  defineEvent({
    type: 'customer.session_revoked',
    summary: 'A refresh token came a second time, so its session was ended.',
    data: object('CustomerSessionRevoked', { id: customerId }),
  }),
];
