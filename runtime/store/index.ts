export * from './errors.ts';
export * from './port.ts';
export * from './postgres/index.ts';
export * from './sealed/index.ts';
export * from './sqlite/index.ts';
