import { messageEvents, messageOperations, messageResource } from './messages.ts';

export { mailProblems } from './problems.ts';

/** Mails to customers. */
export function mailContract() {
  return { operations: messageOperations, resources: [messageResource], events: messageEvents };
}

export type MailOperations = ReturnType<typeof mailContract>['operations'];
