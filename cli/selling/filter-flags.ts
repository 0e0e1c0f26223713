import { Flags } from '@oclif/core';
import {
  orderFulfilmentStates,
  orderPaymentStates,
  orderStates,
} from '../../runtime/contract/orders/order-schemas.ts';
import { toFlag } from './selling-flags.ts';

/** Which orders are meant; of `hp orders list` and `hp orders export`. */
export const filterFlags = {
  ...toFlag,
  search: Flags.string({
    description: 'A number or its beginning, an e-mail address, the beginning of a name, or a SKU',
    helpValue: '<text>',
  }),
  state: Flags.option({ options: orderStates, description: 'State of the order' })(),
  payment: Flags.option({ options: orderPaymentStates, description: 'State of its payment' })(),
  fulfilment: Flags.option({ options: orderFulfilmentStates, description: 'How much of it was sent' })(),
  channel: Flags.string({ description: 'Key of the channel it was sold in', helpValue: '<key>' }),
  customer: Flags.string({ description: 'Id of the customer', helpValue: '<id>' }),
  tag: Flags.string({ description: 'A tag of the order', helpValue: '<tag>' }),
  since: Flags.string({ description: 'Placed on this day (or at this time) or later', helpValue: '<day>' }),
  before: Flags.string({ description: 'Placed before this day (or time)', helpValue: '<day>' }),
};
