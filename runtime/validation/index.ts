export { explainErrors, nearest, unknownName } from './explain-errors.ts';
