export { chooseDriver, driverVariable, loadWorkingDriver } from './choose-driver.ts';
export type { Tuning } from './connection.ts';
export {
  type DriverName,
  driverNames,
  type SqliteDatabase,
  type SqliteDriver,
  type SqliteRow,
  type SqliteValue,
} from './driver.ts';
export {
  openSqliteEngine,
  openSqliteFile,
  preparationOf,
  type SqliteEngineOptions,
  type SqliteFile,
} from './engine.ts';
