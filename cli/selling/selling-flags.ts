import { Args, Flags } from '@oclif/core';

/** Where the store is: this project's own unless a target is named. */
export const toFlag = {
  to: Flags.string({
    description:
      "A hosted runtime: name of a target in the config, or a URL; this project's own store unless given",
    helpValue: '<target>',
  }),
};

export const yesFlag = { yes: Flags.boolean({ char: 'y', description: 'Do not ask' }) };

export const limitFlag = {
  limit: Flags.integer({
    description: 'How many at most',
    default: 20,
    min: 1,
    max: 1000,
    helpValue: '<number>',
  }),
};

export const orderArgument = {
  order: Args.string({ description: 'Number (1001) or id (ord_…) of the order', required: true }),
};

export const paymentArgument = {
  payment: Args.string({
    description: 'Id of the payment (pay_…), or the order where it has one payment',
    required: true,
  }),
};

export const lineFlag = (description: string) => ({
  line: Flags.string({ description, multiple: true, helpValue: '<SKU:quantity>' }),
});
