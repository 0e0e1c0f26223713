export { entryKinds } from '../contract/store/plans.ts';
export { type ConfigChange, describeConfigChanges } from './describe-config.ts';
export { comparePrices, describePrices, type PlannedPrice, type PriceChanges } from './describe-prices.ts';
export {
  type Entry,
  type EntryKind,
  entryKey,
  fingerprint,
  type Json,
  type JsonObject,
} from './entry.ts';
export {
  type Action,
  agreedBase,
  type Comparison,
  type Conflict,
  compareThreeWay,
  type PlannedChange,
} from './three-way.ts';
