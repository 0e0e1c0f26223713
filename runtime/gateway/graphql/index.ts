export type { GraphqlCaller, OperationInput, WriteOptions } from './caller.ts';
export { createGraphqlEngine, type GraphqlEngine, type GraphqlEngineOptions } from './engine.ts';
export { defaultGraphqlLimits, type GraphqlLimits } from './limits.ts';
export { type GraphqlAnswer, type GraphqlAnswerError, type GraphqlRequest, statusOf } from './request.ts';
