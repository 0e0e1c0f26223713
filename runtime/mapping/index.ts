export { evaluate, faultOf } from './expression.ts';
export { ExpressionFailed } from './expression-failed.ts';
