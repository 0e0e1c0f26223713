import type { StoreConfig } from '../config/store-config.ts';
import type { Clock, Logger } from '../context/context.ts';
import { AnswerNeeded, type OutsideAnswer } from '../context/outside-answer.ts';
import type { Connections } from '../context/provider-connection.ts';
import { type Outgoing, OutgoingFailure } from '../outgoing/index.ts';

const timeoutMilliseconds = 5_000;
const mostBytes = 256 * 1024;
/** A cart is worked out at every look at it, and its taxes do not change by that. */
const keptMilliseconds = 10 * 60_000;
/** One that is down is asked again soon, and not at every look. */
const failureKeptMilliseconds = 5_000;
const mostKept = 2_000;

export interface Asker {
  readonly storeId: string;
  readonly traceId: string;
  readonly config: StoreConfig;
  /** Another configuration may name others to ask. */
  readonly configVersion: number;
}

export interface OutsideAnswersOptions {
  readonly outgoing: Outgoing;
  readonly connections: Connections;
  readonly log: Logger;
  /** The world outside does not know of business time. */
  readonly machineClock: Clock;
}

interface Kept {
  /** An error where the question could not even be asked. */
  readonly answer: OutsideAnswer | Error;
  readonly until: number;
}

/** What services outside have answered, in this process, for a while. */
export class OutsideAnswers {
  readonly #options: OutsideAnswersOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(options: OutsideAnswersOptions) {
    this.#options = options;
  }

  /**
   * The answer to a question that was asked before.
   * @throws {AnswerNeeded} where it has to be waited for; it is asked already.
   * @throws {Problem} `provider_not_configured`.
   */
  of(asker: Asker, service: string, question: object): OutsideAnswer {
    const body = JSON.stringify(question);
    const key = JSON.stringify([asker.storeId, asker.configVersion, service, body]);
    const kept = this.#kept.get(key);
    if (kept && kept.until > this.#now()) {
      if (kept.answer instanceof Error) throw kept.answer;
      return kept.answer;
    }
    const before = this.#underWay.get(key);
    if (before) throw new AnswerNeeded(service, before);
    const asked = this.#ask(asker, service, body).then((answer) => {
      this.#underWay.delete(key);
      this.#keep(key, answer);
    });
    this.#underWay.set(key, asked);
    throw new AnswerNeeded(service, asked);
  }

  #now(): number {
    return this.#options.machineClock.now().getTime();
  }

  #keep(key: string, answer: OutsideAnswer | Error): void {
    const isAnswer = !(answer instanceof Error) && 'body' in answer;
    this.#kept.delete(key);
    this.#kept.set(key, {
      answer,
      until: this.#now() + (isAnswer ? keptMilliseconds : failureKeptMilliseconds),
    });
    // The oldest go first: a map keeps the order in which they came.
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
  }

  async #ask(
    { storeId, traceId, config }: Asker,
    service: string,
    body: string,
  ): Promise<OutsideAnswer | Error> {
    try {
      const connection = await this.#options.connections.connectionTo(storeId, config, service);
      if (!connection?.url) return { failure: 'The configuration does not say where it is.' };
      const {
        status,
        body: text,
        isBodyCut,
      } = await this.#options.outgoing.send({
        ...{ storeId, traceId, purpose: { kind: 'question', key: service } },
        ...{ url: connection.url, body, timeoutMilliseconds, keptBytes: mostBytes },
        headers: {
          ...{ 'content-type': 'application/json', accept: 'application/json' },
          authorization: `Bearer ${connection.secrets.token ?? ''}`,
        },
      });
      if (status !== 200) {
        // For whoever runs the shop: the failure is told to shoppers, too.
        this.#options.log.warn(
          { service, status, said: text.slice(0, 200) },
          'A service outside gave no answer.',
        );
        return { failure: `It answered ${status}.` };
      }
      if (isBodyCut) return { failure: `Its answer has more than ${mostBytes} bytes.` };
      return { body: JSON.parse(text) as unknown };
    } catch (error) {
      if (error instanceof OutgoingFailure) return { failure: error.message };
      if (error instanceof SyntaxError) return { failure: 'It answered something that is no JSON.' };
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
