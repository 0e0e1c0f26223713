export { printPython } from './print-sdk.ts';
