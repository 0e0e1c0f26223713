export { evaluate, ExpressionFailed, faultOf } from './expression.ts';
