import { generateSdk, type SdkFiles } from '../../codegen/index.ts';
import type { StoreConfig } from '../../runtime/config/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { createGraphqlEngine } from '../../runtime/gateway/graphql/index.ts';
import type { ProjectSdk } from './project-sdks.ts';

/**
 * The files of each SDK, in their order, by the configuration of the store alone: nothing has to run. Beside the one in
 * TypeScript lies the GraphQL schema, for editors and for GraphQL Code Generator.
 */
export function sdkFiles(config: StoreConfig, sdks: readonly ProjectSdk[]): SdkFiles[] {
  const contract = createContract(config);
  return sdks.map(({ language, options }) => {
    const graphqlSchema = language === 'typescript' ? createGraphqlEngine(contract).sdl : undefined;
    return generateSdk({ contract, language, ...options, graphqlSchema });
  });
}
