/** A mail as it goes out. */
export interface OutgoingMail {
  /** Value of the Message-ID header, with its brackets: receivers drop what they have already. */
  readonly messageHeader: string;
  readonly from: string;
  readonly replyTo: string | null;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The way out for mails. */
export interface MailTransport {
  /**
   * Hands a mail over for good; answers what the server calls it.
   * @throws {MailRefused} where trying again can't help; anything else is tried again.
   */
  send(mail: OutgoingMail): Promise<string>;
}

/** The server will never take this mail: the address doesn't exist, say. */
export class MailRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MailRefused';
  }
}
