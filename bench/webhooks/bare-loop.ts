import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { signatureHeaders } from '../../runtime/services/webhooks/index.ts';

const secret = `whsec_${randomBytes(32).toString('base64')}`;

export interface BareMessage {
  readonly id: string;
  readonly body: string;
}

/** What anybody would write who has messages in memory: so many requests at a time, signed, over kept connections. */
export class BareLoop {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #concurrency: number;

  constructor(concurrency: number) {
    this.#concurrency = concurrency;
  }

  post(url: string, { id, body }: BareMessage): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...signatureHeaders(id, new Date(), body, [secret]),
      };
      const sent = request(url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        response.resume();
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`It answered ${response.statusCode}.`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  async send(url: string, messages: Iterable<BareMessage>): Promise<void> {
    const open = messages[Symbol.iterator]();
    const one = async () => {
      for (let next = open.next(); !next.done; next = open.next()) await this.post(url, next.value);
    };
    await Promise.all(Array.from({ length: this.#concurrency }, one));
  }

  close(): void {
    this.#agent.destroy();
  }
}
