import type { GraphqlCaller } from './caller.ts';
import type { RequestLoaders } from './loaders.ts';

/** What resolvers share during one request. */
export interface RequestScope {
  readonly caller: GraphqlCaller;
  readonly loaders: RequestLoaders;
}
