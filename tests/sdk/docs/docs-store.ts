import { seedNamed } from '../../../emulator/seeds/index.ts';
import { parseConfig } from '../../../runtime/config/index.ts';
import { type Contract, createContract } from '../../../runtime/contract/contract.ts';

/** The demo store, with the attributes that the docs add to it. */
export function docsContract(): Contract {
  const { config } = seedNamed('fashion').build();
  const { apparel, ...others } = config.productTypes ?? {};
  if (!apparel) throw new Error('The demo store has no product type "apparel".');
  const attributes = {
    ...apparel.attributes,
    fabric: { type: 'enum', values: ['cotton', 'linen'] },
    weave: { type: 'enum', label: 'Weave', values: ['plain', 'twill', 'herringbone'] },
  } as const;
  const productTypes = { ...others, apparel: { ...apparel, attributes } };
  return createContract(parseConfig({ ...config, productTypes }).config);
}
