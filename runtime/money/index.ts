export { allocateByLargestRemainder } from './allocation.ts';
export { decimalOf, minorUnits } from './decimal.ts';
export { divideHalfEven, partsPerMillion, percentageOf } from './rounding.ts';
