import { Args } from '@oclif/core';

export const sandboxArgument = {
  id: Args.string({ required: true, description: 'Its id, as `hp sandbox list` shows it' }),
};
