import { JsonResource, JsonText } from '../context/service.ts';
import type { Recorded } from './idempotency.ts';
import { isPlainObject } from './json-schema.ts';
import type { OperationAnswer } from './operation-call.ts';

/** The answer that an earlier request with the same key was given. */
export function replay({ status, body }: Recorded): OperationAnswer {
  const document: unknown = JSON.parse(body);
  const version = isPlainObject(document) ? document.version : undefined;
  return {
    ...{ status, isReplay: true },
    body: new JsonResource(body, typeof version === 'number' ? version : undefined),
  };
}

/** An answer as it is kept for that. */
export function textOf(body: unknown): string {
  return body instanceof JsonText ? body.json : JSON.stringify(body ?? null);
}
