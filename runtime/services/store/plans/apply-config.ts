import { ConfigError } from '../../../config/config-error.ts';
import { declareConfig } from '../../../config/declare-config.ts';
import { initialConfig } from '../../../config/initial-config.ts';
import { parseConfig } from '../../../config/parse-config.ts';
import type { StoreConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { planProblems } from '../../../contract/store/index.ts';
import { fingerprint, type JsonObject } from '../../../plan/index.ts';
import { settingsOf } from '../settings.ts';
import type { Change } from './apply-change.ts';

/** A configuration from outside goes through the very checks that a config file goes through. */
async function checked(content: JsonObject): Promise<StoreConfig> {
  const given = content as unknown as StoreConfig; // not trusted: what comes back must be the same
  try {
    const { config } = parseConfig(declareConfig(given));
    if (fingerprint(config as unknown as JsonObject) === fingerprint(content)) {
      if (config.integrations.length > 0) {
        const { checkIntegrations } = await import('../../../config/check-integrations.ts');
        await checkIntegrations(config.integrations);
      }
      return config;
    }
  } catch (error) {
    if (error instanceof ConfigError) {
      throw problem(planProblems.planRefused, {
        detail: 'The configuration is not valid.',
        errors: error.issues.map(({ pointer, message }) => ({ pointer, message })),
      });
    }
    if (!(error instanceof TypeError)) throw error;
    // Something that has not even the shape of one.
  }
  throw problem(planProblems.planRefused, {
    detail: 'The configuration is not one that hp makes of a config file.',
  });
}

/** The configuration goes first: what follows is validated against the contract that it makes. */
export async function applyConfig(context: Context, changes: readonly Change[]): Promise<Context> {
  const change = changes.find(({ kind }) => kind === 'config');
  if (!change) return context;
  const config = change.content ? await checked(change.content) : initialConfig();
  const configured = await context.reconfigure(config);
  await configured.emit('store.configured', context.storeId, settingsOf(config));
  return configured;
}
