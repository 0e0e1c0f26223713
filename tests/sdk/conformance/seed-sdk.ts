import { type GenerateOptions, generateSdk, type Language, type SdkFiles } from '../../../codegen/index.ts';
import { seedNamed } from '../../../emulator/seeds/index.ts';
import { parseConfig } from '../../../runtime/config/index.ts';
import { createContract } from '../../../runtime/contract/contract.ts';

/** The SDK of the store that the scenarios are played in. */
export function seedSdk(language: Language, options: Partial<GenerateOptions> = {}): SdkFiles {
  const { config } = parseConfig(seedNamed('fashion').build().config);
  return generateSdk({ contract: createContract(config), language, ...options });
}
