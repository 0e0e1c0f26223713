export { verifyCallback } from './verify-callback.ts';
