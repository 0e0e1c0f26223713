import { type GenerateOptions, generateSdk, type Language, type SdkFiles } from '../../codegen/index.ts';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { parseConfig } from '../../runtime/config/index.ts';
import { type Contract, createContract } from '../../runtime/contract/contract.ts';

/** The contract of the demo store. */
export function seedContract(): Contract {
  return createContract(parseConfig(seedNamed('fashion').build().config).config);
}

/** The SDK of the demo store. */
export function seedSdk(language: Language, options: Partial<GenerateOptions> = {}): SdkFiles {
  return generateSdk({ contract: seedContract(), language, ...options });
}
