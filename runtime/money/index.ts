export { allocateByLargestRemainder } from './allocation.ts';
export { currencyExponent } from './currency-exponent.ts';
export { decimalOf, minorUnits } from './decimal.ts';
export { moneyText } from './money-text.ts';
export { divideHalfEven, partsPerMillion, percentageOf } from './rounding.ts';
export { unitsAmount } from './units-amount.ts';
