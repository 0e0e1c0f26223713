import type { Connections } from '../../context/provider-connection.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { declaredProvider } from './declared-provider.ts';

/** Providers' secrets by the names of variables that the config gives them. */
export function environmentConnections(
  environment: Readonly<Record<string, string | undefined>>,
): Connections {
  return {
    async connectionTo(_storeId, config, provider) {
      const declared = declaredProvider(config, provider);
      if (!declared) return undefined;
      const missing = Object.values(declared.secrets).filter((variable) => !environment[variable]);
      if (missing.length > 0) {
        throw problem(problems.providerNotConfigured, {
          detail: `${provider} can not be reached: ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set.`,
          details: { provider, missing },
        });
      }
      const secrets = Object.entries(declared.secrets).map(([name, variable]) => [
        name,
        environment[variable] ?? '',
      ]);
      return { url: declared.url ?? undefined, secrets: Object.fromEntries(secrets) };
    },
  };
}
