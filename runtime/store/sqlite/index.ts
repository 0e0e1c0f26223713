export { chooseDriver, driverVariable, loadWorkingDriver } from './choose-driver.ts';
export {
  type DriverName,
  driverNames,
  type SqliteDatabase,
  type SqliteDriver,
  type SqliteRow,
  type SqliteValue,
} from './driver.ts';
export { openSqliteEngine, type SqliteEngineOptions } from './engine.ts';
