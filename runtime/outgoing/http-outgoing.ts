import { Agent, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as SecureAgent } from 'node:https';
import { type AddressPolicy, refusalOfUrl } from './address-rules.ts';
import { checkedLookup, type Resolve } from './checked-lookup.ts';
import { asFailure } from './failure-words.ts';
import { type Outgoing, type OutgoingAnswer, OutgoingFailure, type OutgoingRequest } from './outgoing.ts';

/** Bytes of an answer that are read; what comes after is not waited for. */
export const keptBodyBytes = 8 * 1024;
const mostHeaderBytes = 16 * 1024;
const idleSocketMilliseconds = 4_000;
const mostRemembered = 1_000;

export interface HttpOutgoingOptions extends AddressPolicy {
  /** How names are resolved; by the operating system unless given. */
  readonly resolve?: Resolve;
}

function headersOf({ rawHeaders }: IncomingMessage): OutgoingAnswer['headers'] {
  const pairs = rawHeaders.length / 2;
  return Array.from({ length: pairs }, (_, index) => ({
    name: (rawHeaders[index * 2] ?? '').toLowerCase(),
    value: rawHeaders[index * 2 + 1] ?? '',
  }));
}

interface Attempt {
  readonly answer: Promise<OutgoingAnswer>;
  /** Whether it went over a connection that was open before, which the other end may have closed meanwhile. */
  isReused(): boolean;
}

/** Sends over HTTP(S), to addresses that the policy allows. */
export function createHttpOutgoing({ allowLoopback, resolve }: HttpOutgoingOptions): Outgoing {
  const policy = { allowLoopback };
  const lookup = checkedLookup(policy, resolve);
  const options = {
    keepAlive: true,
    timeout: idleSocketMilliseconds,
    maxFreeSockets: 256,
    scheduling: 'lifo',
  } as const;
  const agent = new Agent(options);
  const secureAgent = new SecureAgent(options);

  function attempt(
    { url, headers, body, signal, method = 'POST', keptBytes = keptBodyBytes }: OutgoingRequest,
    timeoutMilliseconds: number,
  ): Attempt {
    const isSecure = url.startsWith('https:');
    const request = (isSecure ? requestHttps : requestHttp)(url, {
      ...{ method, lookup, maxHeaderSize: mostHeaderBytes },
      agent: isSecure ? secureAgent : agent,
      headers: method === 'GET' ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
    });
    const answer = new Promise<OutgoingAnswer>((succeed, fail) => {
      const chunks: Buffer[] = [];
      let size = 0;
      let response: IncomingMessage | undefined;
      let isDone = false;
      const stop = (reason: 'timeout' | 'aborted', message: string) => {
        // An answer whose body does not end is an answer.
        if (response) end(true);
        else fail(new OutgoingFailure(reason, message));
        request.destroy();
      };
      const timer = setTimeout(
        () => stop('timeout', `No answer came within ${timeoutMilliseconds / 1000} seconds.`),
        timeoutMilliseconds,
      );
      const onAbort = () => stop('aborted', 'The process was stopped.');
      signal?.addEventListener('abort', onAbort, { once: true });
      const done = () => {
        isDone = true;
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      function end(isBodyCut: boolean): void {
        done();
        if (!response) return;
        const text = Buffer.concat(chunks).subarray(0, keptBytes).toString();
        succeed({ status: response.statusCode ?? 0, headers: headersOf(response), body: text, isBodyCut });
      }
      request.on('response', (incoming) => {
        response = incoming;
        incoming.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size <= keptBytes) return;
          end(true);
          // The rest may be endless.
          request.destroy();
        });
        incoming.on('end', () => end(false));
        incoming.on('error', () => end(true));
      });
      request.on('error', (error) => {
        done();
        fail(error);
      });
      // Where neither an answer nor an error came: it switched protocols, say.
      request.on('close', () => {
        if (isDone) return;
        done();
        fail(new OutgoingFailure('connection', `${new URL(url).host} did not answer in HTTP.`));
      });
    });
    request.end(method === 'GET' ? undefined : body);
    return { answer, isReused: () => request.reusedSocket };
  }

  /** The same few URLs are asked for again and again. */
  const refusals = new Map<string, string | undefined>();
  function refusalOf(url: string): string | undefined {
    if (refusals.size > mostRemembered) refusals.clear();
    if (!refusals.has(url)) refusals.set(url, refusalOfUrl(url, policy));
    return refusals.get(url);
  }

  return {
    refusalOf,

    async send(request) {
      // An address in a URL is connected to without a look-up.
      const refusal = refusalOf(request.url);
      if (refusal) throw new OutgoingFailure('refused', refusal);
      const began = performance.now();
      const first = attempt(request, request.timeoutMilliseconds);
      try {
        return await first.answer;
      } catch (error) {
        const failure = asFailure(error, request.url);
        const left = request.timeoutMilliseconds - (performance.now() - began);
        if (failure.reason !== 'connection' || !first.isReused() || left <= 0) throw failure;
      }
      // The other end had closed the idle connection; that says nothing of whether it listens.
      const left = request.timeoutMilliseconds - (performance.now() - began);
      return attempt(request, Math.max(1, left)).answer.catch((error: unknown) => {
        throw asFailure(error, request.url);
      });
    },
  };
}
