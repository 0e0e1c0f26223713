export { printGo } from './print-sdk.ts';
