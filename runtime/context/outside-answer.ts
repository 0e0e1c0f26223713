/** What came of asking a service outside: what it answered, or why it did not. */
export type OutsideAnswer = { readonly body: unknown } | { readonly failure: string };

/**
 * Breaks off work in which something outside is asked for the first time: a transaction would hold everybody up for as
 * long as the answer takes. The work is run again when it is there, and finds it.
 */
export class AnswerNeeded extends Error {
  /** Settles when there is an answer, of whatever kind; never rejects. */
  readonly answered: Promise<void>;

  constructor(service: string, answered: Promise<void>) {
    super(`What ${service} answers is not known yet.`);
    this.name = 'AnswerNeeded';
    this.answered = answered;
  }
}
