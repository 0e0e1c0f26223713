import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server on a free port, which keeps what it takes. */
export interface MailServer {
  readonly url: string;
  /** What it took, as it came over the wire. */
  readonly taken: readonly string[];
  /** What it answers to the next mails instead of taking them. */
  refuse(...answers: readonly { readonly code: number; readonly at: 'recipient' | 'text' }[]): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const taken: string[] = [];
  const refusals: { readonly code: number; readonly at: 'recipient' | 'text' }[] = [];
  const refusal = (at: 'recipient' | 'text') => {
    if (refusals[0]?.at !== at) return undefined;
    const { code } = refusals.shift() ?? { code: 0 };
    return Object.assign(new Error(`the answer is ${code}`), { responseCode: code });
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusal('recipient')),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refused = refusal('text');
        if (!refused) taken.push(Buffer.concat(chunks).toString());
        done(refused);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo; // it listens on a port, not on a path
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse: (...answers) => void refusals.push(...answers),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
