export { allocateByLargestRemainder } from './allocation.ts';
export { decimalOf, exponentOf, minorUnits } from './decimal.ts';
export { divideHalfEven, partsPerMillion, percentageOf } from './rounding.ts';
