import { firstDue } from '../../clock/first-due.ts';
import type { Handler, Service, StepsHandler } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { mailRoute, type OpenSmtp } from './mail-transports.ts';
import { mailMessages } from './messages/collections.ts';
import { forgetSignInLinks, forgetSubscription } from './messages/forget-mails.ts';
import { messageHandlers } from './messages/message-handlers.ts';
import { sendDueMails } from './messages/send-due-mails.ts';
import { sendMail } from './messages/send-mail.ts';
import { letterSubscription } from './messages/write-letters.ts';
import { noticeSubscription } from './messages/write-notices.ts';

// A collection is stored by its documents' own type; the service lists collections of all types.
const collections = [mailMessages] as unknown as readonly Collection[];

/** Letters to customers, and notices to who runs the store: written with the events that they tell of, sent by the way out that the store has. */
export function createMailService(openSmtp: OpenSmtp): Service {
  return {
    name: 'mail',
    collections,
    // Each handler is typed by its operation; the gateway hands over what the contract has validated.
    handlers: messageHandlers(openSmtp) as Readonly<Record<string, Handler | StepsHandler>>,
    batches: {},
    loaders: {},
    subscriptions: [
      letterSubscription,
      noticeSubscription,
      forgetSubscription,
      {
        name: 'mail.send',
        events: ['mail.queued'],
        handleSteps: async (context, { subject }) =>
          sendMail(context, subject, await mailRoute(context, openSmtp)),
      },
    ],
    schedules: {
      'mail.forget-sign-in-links': { everySeconds: 3600, run: forgetSignInLinks },
      'mail.send-due': {
        everySeconds: 30,
        runSteps: (context) => sendDueMails(context, openSmtp),
        nextDueAt: ({ store }) => firstDue(store, mailMessages, 'due', { all: 1 }),
      },
    },
  };
}
