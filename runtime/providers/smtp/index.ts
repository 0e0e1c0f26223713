export { openSmtpTransport } from './smtp-transport.ts';
