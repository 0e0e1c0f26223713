import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  identifier,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
  Timestamp,
} from '../schema/primitives.ts';
import { mailProblems } from './problems.ts';

export const mailKinds = [
  ...(['order_placed', 'order_shipped', 'order_refunded', 'order_cancelled'] as const),
  'order_edited',
  'customer_sign_in',
  'webhook_endpoint_disabled',
  'stock_report',
] as const;
export const mailStates = ['queued', 'sent', 'failed'] as const;

const messageId = identifier('mail', 'mail');
const orderId = identifier('ord', 'order');
const Kind = Type.Enum([...mailKinds]);
const Recipient = Type.String({ format: 'email', maxLength: 255 });

const summary = {
  ...resourceFields('mail', 'mail'),
  state: Type.Enum([...mailStates], {
    description: '`queued` until the server has taken it, or it was given up: then `lastError` says why.',
  }),
  kind: Kind,
  orderId: nullable(orderId),
  to: Type.String(),
  from: nullable(Type.String({ description: 'As it was sent; null before.' })),
  subject: Type.String(),
  language: Type.String({ description: 'BCP 47 tag of its texts.' }),
  resendOf: nullable(messageId),
  attempts: Type.Integer({ minimum: 0 }),
  lastError: nullable(Type.String()),
  nextAttemptAt: nullable(Timestamp),
  sentAt: nullable(Timestamp),
};

const MailSummary = object('MailSummary', summary, { description: 'A mail without what it says.' });

export const MailMessage = object(
  'MailMessage',
  {
    ...summary,
    messageHeader: nullable(
      Type.String({ description: 'Its Message-ID, the same for every attempt; null before the first.' }),
    ),
    providerReference: nullable(Type.String({ description: 'What the server answered when it took it.' })),
    preheader: Type.String({ description: 'The line that inboxes show after the subject.' }),
    html: Type.String(),
    text: Type.String(),
  },
  { description: 'A mail to a customer, or to who runs the store.' },
);

const MailPreview = object(
  'MailPreview',
  {
    language: Type.String(),
    subject: Type.String(),
    preheader: Type.String(),
    html: Type.String(),
    text: Type.String(),
  },
  { description: 'What a mail would say.' },
);

const MailDelivery = object(
  'MailDelivery',
  {
    transport: Type.Enum(['smtp', 'inbox', 'none']),
    problem: nullable(
      Type.String({ description: 'Why mails stay queued, and what to do; null where they go out.' }),
    ),
    from: nullable(Type.String()),
    queued: Type.Integer({ description: 'Waiting mails, counted to 1,000.' }),
    failed: Type.Integer({ description: 'Mails that were given up, counted to 1,000.' }),
  },
  { description: 'Whether mails go out.' },
);

export const messageOperations = defineOperations({
  'mail.messages.list': {
    summary: 'List mails, newest first',
    http: 'GET /v1/mail/messages',
    graphql: 'query mailMessages',
    scopes: ['mail:read'],
    input: Type.Object({
      state: Type.Optional(Type.Enum([...mailStates])),
      orderId: Type.Optional(orderId),
      pageSize,
      after,
    }),
    output: pageOf(MailSummary),
    errors: [problems.invalidCursor, problems.invalidFilter],
    effect: 'read',
  },
  'mail.messages.get': {
    summary: 'Get a mail',
    http: 'GET /v1/mail/messages/{messageId}',
    graphql: 'query mailMessage',
    scopes: ['mail:read'],
    input: Type.Object({ messageId }),
    output: MailMessage,
    errors: [problems.notFound],
    effect: 'read',
  },
  'mail.messages.resend': {
    summary: 'Send a mail once more',
    description:
      'A new mail that says the same, to the same address or to another. What was sent stays as it is. A link to sign in ' +
      'with is not sent again: whoever wants one asks for one.',
    http: 'POST /v1/mail/messages/{messageId}/resend',
    graphql: 'mutation resendMail',
    scopes: ['mail:write'],
    input: Type.Object({ messageId, to: Type.Optional(Recipient) }),
    output: MailMessage,
    status: 201,
    errors: [problems.notFound, mailProblems.mailNotRepeatable],
    effect: 'write',
  },
  'mail.messages.sendSignInLink': {
    summary: 'Write a customer a link to sign in with',
    description:
      'customers.signIns.request does it. The same `cause` writes one mail. It is deleted after a day, when the link ' +
      'has long been good for nothing.',
    http: 'POST /v1/mail/sign-in-links',
    graphql: 'mutation sendSignInLink',
    scopes: ['mail:write'],
    input: Type.Object({
      cause: Type.String({ minLength: 1, maxLength: 128, description: 'What asks for it.' }),
      to: Recipient,
      url: Type.String({ format: 'uri', pattern: '^https?://', maxLength: 4096 }),
      minutes: Type.Integer({ minimum: 1, maximum: 1440, description: 'How long the link is good.' }),
      locale: Type.Optional(Type.String({ maxLength: 35 })),
    }),
    output: Type.Null(),
    status: 204,
    errors: [],
    effect: 'write',
  },
  'mail.messages.preview': {
    summary: 'Say what a mail would say',
    description: 'Of an order, or of an invented one. Nothing is sent.',
    http: 'POST /v1/mail/previews',
    graphql: 'query mailPreview',
    scopes: ['mail:read'],
    input: Type.Object({
      kind: Kind,
      locale: Type.Optional(Type.String({ maxLength: 35 })),
      orderId: Type.Optional(orderId),
    }),
    output: MailPreview,
    errors: [problems.notFound, problems.invalidInput],
    effect: 'read',
    example: { kind: 'order_placed', locale: 'de' },
  },
  'mail.messages.checkDelivery': {
    summary: 'Say whether mails go out',
    http: 'POST /v1/mail/delivery/check',
    graphql: 'mutation checkMailDelivery',
    scopes: ['mail:read'],
    input: Type.Object({}),
    output: MailDelivery,
    errors: [],
    effect: 'steps',
  },
});

export const messageResource = resource({ name: 'MailMessage', schema: MailMessage, relations: {} });

export const messageEvents = [
  defineEvent({
    type: 'mail.queued',
    summary: 'A mail was written, and waits to be sent.',
    data: MailSummary,
    isPersonal: true,
  }),
  defineEvent({
    type: 'mail.sent',
    summary: 'The mail server has taken a mail.',
    data: MailSummary,
    isPersonal: true,
  }),
  defineEvent({
    type: 'mail.deleted',
    summary:
      'A mail was deleted: with the personal data of its order, or when its link was of no use any more.',
    data: object('MailDeleted', { id: messageId }),
  }),
  defineEvent({ type: 'mail.failed', summary: 'A mail was given up.', data: MailSummary, isPersonal: true }),
];
