export { allocateByLargestRemainder } from './allocation.ts';
export { divideHalfEven, partsPerMillion, percentageOf } from './rounding.ts';
