import { Args } from '@oclif/core';

export const snapshotNameArgument = {
  name: Args.string({ required: true, description: 'Its name: letters, digits, dots, dashes' }),
};
