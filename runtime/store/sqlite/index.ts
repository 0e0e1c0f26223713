export { chooseDriver, driverVariable, loadWorkingDriver } from './choose-driver.ts';
export { type DriverName, driverNames, type SqliteDriver } from './driver.ts';
export type { Tuning } from './connection.ts';
export { openSqliteEngine, openSqliteFile, type SqliteEngineOptions, type SqliteFile } from './engine.ts';
