export { ExpressionFailed, evaluate, faultOf } from './expression.ts';
