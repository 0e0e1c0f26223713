/** Which attempt of which delivery a request is. */
export interface WebhookPurpose {
  readonly kind: 'webhook';
  readonly endpointId: string;
  /** Of an endpoint that the configuration declares. */
  readonly endpointKey: string | null;
  readonly deliveryId: string;
  /** From 1. */
  readonly attempt: number;
  readonly eventId: string;
  readonly eventType: string;
  readonly subject: string;
}

/** A partner's stock is read. */
export interface IntegrationPurpose {
  readonly kind: 'integration';
  readonly key: string;
}

/** Something is asked of a service that the configuration names: `taxes`, `carrier:dhl`. */
interface QuestionPurpose {
  readonly kind: 'question';
  readonly key: string;
}

/** A request to a URL that a user gave. What it is for travels with it, so that whoever wraps the way out can choose. */
export interface OutgoingRequest {
  readonly storeId: string;
  readonly traceId: string;
  readonly purpose: WebhookPurpose | IntegrationPurpose | QuestionPurpose;
  /** `POST` unless given. */
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From the beginning to the end of the answer. */
  readonly timeoutMilliseconds: number;
  readonly signal?: AbortSignal;
  /** Bytes of the answer that are read; 8 KB unless given. */
  readonly keptBytes?: number;
}

/** What came back, whatever its status. Redirects are answers like others: they are not followed. */
export interface OutgoingAnswer {
  readonly status: number;
  /** As they came, names in lower case. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Its beginning, as text. */
  readonly body: string;
  /** Whether there was more of it, or it did not end in time. */
  readonly isBodyCut: boolean;
}

/** No answer came. `message` says why in plain words. */
export class OutgoingFailure extends Error {
  readonly reason: 'refused' | 'timeout' | 'name' | 'connection' | 'certificate' | 'aborted';

  constructor(reason: OutgoingFailure['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutgoingFailure';
    this.reason = reason;
  }
}

/** The one way out to URLs that users give. */
export interface Outgoing {
  /** Why nothing is ever sent to that URL, in a sentence; undefined where it may be tried. */
  refusalOf(url: string): string | undefined;
  /** @throws {OutgoingFailure} where no answer came. */
  send(request: OutgoingRequest): Promise<OutgoingAnswer>;
}
