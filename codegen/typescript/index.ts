export { printTypeScript } from './print-sdk.ts';
