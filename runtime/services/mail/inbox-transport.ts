import type { MailTransport } from './mail-transport.ts';

/** The URL under which `connectionTo('smtp')` names the inbox. */
export const inboxUrl = 'inbox:';

/** Sends nothing: the store keeps every mail, and the dashboard's inbox shows what it keeps. */
export const inboxTransport: MailTransport = {
  async send({ messageHeader }) {
    return `kept in the inbox as ${messageHeader}`;
  },
};
