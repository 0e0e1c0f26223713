/** How much one GraphQL request may ask for. */
export interface GraphqlLimits {
  /** Levels of nested selections; introspection does not count. */
  readonly depth: number;
  /** See `documents/cost.ts` for the formula. */
  readonly cost: number;
  /** Size of the document in UTF-8 bytes. */
  readonly documentBytes: number;
  /** Words and signs of the document: bounds the work of validating it. */
  readonly documentTokens: number;
  /** Documents kept parsed, validated and compiled. */
  readonly cachedDocuments: number;
}

export const defaultGraphqlLimits: GraphqlLimits = {
  depth: 12,
  cost: 5_000,
  documentBytes: 64 * 1024,
  documentTokens: 4_000,
  cachedDocuments: 500,
};
