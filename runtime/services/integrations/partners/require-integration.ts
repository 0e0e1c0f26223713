import type { IntegrationConfig, StoreConfig } from '../../../config/store-config.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';

/** @throws {Problem} `not_found`. */
export function requireIntegration(
  { config }: { readonly config: StoreConfig },
  key: string,
): IntegrationConfig {
  const found = config.integrations.find((integration) => integration.key === key);
  if (found) return found;
  const known = config.integrations.map((integration) => `"${integration.key}"`).join(', ');
  throw problem(problems.notFound, {
    detail: `There is no integration "${key}".`,
    hint: known === '' ? 'The configuration declares none.' : `The configuration declares ${known}.`,
  });
}
