// Generating the SDKs of the demo store in all languages, by printing its OpenAPI document: at most 5. (That one is a walk
// over the same contract, to a fraction of the text.)
import { generateSdk, type Language } from '../codegen/index.ts';
import { seedNamed } from '../emulator/seeds/index.ts';
import { parseConfig } from '../runtime/config/index.ts';
import { createContract } from '../runtime/contract/contract.ts';
import { openApiDocument } from '../runtime/gateway/documents/openapi.ts';
import { interleave, median, ratioOf } from './interleave.ts';
import { judge } from './judge.ts';

const rounds = 15;
const languages: readonly Language[] = ['typescript', 'python', 'go'];
const { config } = parseConfig(seedNamed('fashion').build().config);

const costs = await interleave(
  {
    sdks: () => {
      const contract = createContract(config);
      for (const language of languages) generateSdk({ contract, language });
    },
    document: () => void JSON.stringify(openApiDocument(createContract(config), config.name)),
  },
  rounds,
);
judge('the SDKs in all languages by the OpenAPI document', ratioOf(costs.sdks, costs.document), {
  atMost: 5,
});
console.log(
  `     ${median(costs.sdks).toFixed(0)} ms for them, ${median(costs.document).toFixed(0)} ms for the document`,
);
