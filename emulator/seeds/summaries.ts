/** One line for each seed, for the prompt of `hp init` and for help. */
export const summaries = {
  fashion: 'Clothes, shoes and accessories: sizes and colours, two languages, three currencies',
  electronics: 'Audio, computing, photo and smart home: models, storage sizes, technical attributes',
  empty: 'No products, a configuration to start from',
} as const;

export type SeedName = keyof typeof summaries;
