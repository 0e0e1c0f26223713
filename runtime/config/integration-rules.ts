import type { IntegrationInput } from './integration-input.ts';
import { integrationPreset } from './integration-presets.ts';
import type { IntegrationConfig } from './store-config.ts';

/** `eu-warehouse` has its token in `EU_WAREHOUSE_TOKEN`, unless the config names another variable. */
function variable(key: string, what: 'TOKEN' | 'SECRET'): string {
  return `${key.toUpperCase().replaceAll('-', '_')}_${what}`;
}

function completeIntegration([key, input]: readonly [string, IntegrationInput]): IntegrationConfig {
  const { preset, kind = 'fulfilment', url = null, locations = [] } = input;
  const usual = integrationPreset(preset, kind);
  const send = input.send?.map(({ event, to, when = null, map }) => ({ event, to, when, map }));
  return {
    ...{ key, kind, url },
    secrets: {
      token: input.token?.env ?? variable(key, 'TOKEN'),
      secret: input.secret?.env ?? variable(key, 'SECRET'),
    },
    locations: [...locations],
    send: send ?? usual.send,
    // The first rule that fits is taken: a store's own go before those of the preset.
    receive: [...(input.receive ?? []), ...usual.receive],
    stock: input.stock ?? usual.stock,
  };
}

/** Integrations with every setting filled in, those of their presets too. */
export function completeIntegrations(
  input: Readonly<Record<string, IntegrationInput>> = {},
): readonly IntegrationConfig[] {
  return Object.entries(input).map(completeIntegration);
}

/** The inverse of `completeIntegrations`: a preset is spelled out. */
export function declareIntegrations(
  integrations: readonly IntegrationConfig[],
): Readonly<Record<string, IntegrationInput>> {
  return Object.fromEntries(
    integrations.map(({ key, kind, url, secrets, locations, send, receive, stock }) => [
      key,
      {
        kind,
        ...(url === null ? {} : { url }),
        token: { env: secrets.token },
        secret: { env: secrets.secret },
        ...(locations.length > 0 ? { locations } : {}),
        send: send.map(({ when, ...rule }) => (when === null ? rule : { ...rule, when })),
        receive,
        ...(stock === null ? {} : { stock }),
      },
    ]),
  );
}
