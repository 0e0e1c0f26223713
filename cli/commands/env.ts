import { Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'start',
  summary: 'Print what programs need to reach the running store',
  description:
    'Address and keys of the `hp dev` of this project, or within `hp exec` of its store, as lines for a .env file. The secret key belongs on servers; ' +
    'what begins with VITE_, NEXT_PUBLIC_ or PUBLIC_ ends up in browsers, and holds the publishable key only.',
  examples: [
    { does: 'Write a .env file', command: 'hp env > .env.local' },
    { does: 'Into this shell', command: 'eval "$(hp env --export)"' },
  ],
  flags: { export: Flags.boolean({ description: 'Put `export` before each, for a shell' }) },
  async run({ flags }, context) {
    const { localStore } = await import('../project/local-store.ts');
    const { storefrontVariables } = await import('../dev/storefront-variables.ts');
    const { url, secretKey, publishableKey } = await localStore(context);
    const variables: Record<string, string> = {
      HEADLESSPRO_URL: url,
      HEADLESSPRO_SECRET_KEY: secretKey,
      HEADLESSPRO_PUBLISHABLE_KEY: publishableKey,
      ...storefrontVariables(url, publishableKey),
    };
    return { variables, prefix: flags.export ? 'export ' : '' };
  },
  print({ variables, prefix }, { result }) {
    for (const [name, value] of Object.entries(variables)) result(`${prefix}${name}=${value}`);
  },
});
