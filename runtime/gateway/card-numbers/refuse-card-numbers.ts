import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { type Problem, problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { cardNumberPointer } from './card-number-pointer.ts';
import { findCardNumber, mayHoldCardNumber } from './find-card-number.ts';
import { loggableAddress } from './mask-card-numbers.ts';

function refusal(place: string, pointer: string): Problem {
  return problem(problems.cardNumberRefused, {
    detail: `${place} carries what looks like a card number. It is neither stored nor logged.`,
    errors: [{ pointer, message: 'must not hold a card number.' }],
  });
}

/** Headers that nothing here reads, or that have a form of their own in which digits mean something else. */
const notRead = new Set(['cookie', 'referer', 'traceparent', 'tracestate', 'content-length']);

function headerWithCardNumber(headers: IncomingHttpHeaders): string | undefined {
  return Object.keys(headers).find((name) => {
    if (notRead.has(name)) return false;
    const value = headers[name];
    const text = typeof value === 'string' ? value : (value?.join(' ') ?? '');
    return findCardNumber(text) !== undefined;
  });
}

/**
 * What can be looked at before the body is read.
 * @throws {Problem} `card_number_refused`.
 */
export function refuseInAddressAndHeaders({ url, params, query, headers }: FastifyRequest): void {
  if (loggableAddress(url) !== url) {
    const inPath = cardNumberPointer(params);
    // What no route matches has no parameter that could be named.
    if (inPath !== undefined && inPath !== '/*') throw refusal(`The path, at "${inPath}",`, inPath);
    const inQuery = cardNumberPointer(query);
    if (inQuery !== undefined) throw refusal(`The query string, at "${inQuery}",`, inQuery);
    throw refusal('The address', '');
  }
  const header = headerWithCardNumber(headers);
  if (header !== undefined) throw refusal(`The header "${header}"`, `/headers/${header}`);
}

/**
 * Why a JSON body is refused, or undefined where it holds no card number. Bodies without enough digits are not looked
 * into.
 *
 * @param text as it was sent; an escape such as `\u0034` in it may stand for a digit.
 * @param body what it was read to.
 */
export function refusalOfBody(text: string, body: unknown): Problem | undefined {
  const pointer = mayHoldCardNumber(text) ? cardNumberPointer(body) : undefined;
  return pointer === undefined ? undefined : refusal(`The body, at "${pointer}",`, pointer);
}
