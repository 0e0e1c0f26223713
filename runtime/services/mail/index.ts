export { inboxUrl } from './inbox-transport.ts';
export { MailRefused, type MailTransport, type OutgoingMail } from './mail-transport.ts';
export { createMailService } from './service.ts';
