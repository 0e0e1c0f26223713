export { chooseDriver, driverVariable, loadWorkingDriver } from './choose-driver.ts';
export { type DriverName, driverNames, type SqliteDriver } from './driver.ts';
export { openSqliteEngine, type SqliteEngineOptions } from './engine.ts';
