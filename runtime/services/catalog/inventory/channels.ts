import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/index.ts';
import { problem } from '../../../contract/problem.ts';
import { unknownName } from '../../../validation/index.ts';

/** The channel as it was named, where the store has it. Throws `unknown_setting`. */
export function knownChannel(
  context: Context,
  channel: string | undefined,
  pointer = '/channel',
): string | undefined {
  const keys = context.config.channels.map(({ key }) => key);
  if (channel === undefined || keys.includes(channel)) return channel;
  const message = unknownName(channel, 'channel', keys);
  throw problem(catalogProblems.unknownSetting, {
    detail: `The store has no channel "${channel}"; it has ${keys.join(', ')}.`,
    errors: [{ pointer, message }],
  });
}
