import type { Clock } from '../../../runtime/context/context.ts';
import {
  type Outgoing,
  type OutgoingAnswer,
  OutgoingFailure,
  type OutgoingRequest,
  type WebhookPurpose,
} from '../../../runtime/outgoing/index.ts';
import { deliveryHeaders } from './delivery-headers.ts';
import type { EntryDescription } from './entry.ts';
import type { Journal } from './journal.ts';
import { messageBody } from './message-body.ts';
import { headersWithoutSecrets, removeSecrets } from './remove-secrets.ts';

type Outcome = { readonly answer: OutgoingAnswer } | { readonly failure: unknown };

function isGood(outcome: Outcome): boolean {
  return 'answer' in outcome && outcome.answer.status >= 200 && outcome.answer.status < 300;
}

function statusOf(outcome: Outcome): string {
  if ('answer' in outcome) return String(outcome.answer.status);
  return outcome.failure instanceof OutgoingFailure ? outcome.failure.reason : 'failed';
}

function responseOf(outcome: Outcome): EntryDescription['detail'] {
  if ('failure' in outcome) {
    const { failure } = outcome;
    return { response: null, error: failure instanceof Error ? failure.message : String(failure) };
  }
  const { headers, body, isBodyCut } = outcome.answer;
  const answered = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  const kept = messageBody(answered['content-type'] ?? null, body);
  return {
    response: {
      headers: headersWithoutSecrets(answered),
      body: kept && { ...kept, isCut: kept.isCut || isBodyCut },
    },
  };
}

function describe(
  request: OutgoingRequest,
  purpose: WebhookPurpose,
  outcome: Outcome,
  durationMs: number,
  fault: string | null,
): EntryDescription {
  const { storeId, traceId, url, headers, body } = request;
  const { endpointId, deliveryId, attempt, eventId, eventType, subject } = purpose;
  return {
    ...{ storeId, traceId, type: eventType, endpoint: endpointId, subject, durationMs },
    title: removeSecrets(`${eventType} to ${url}`),
    status: statusOf(outcome),
    isFailure: !isGood(outcome),
    fault,
    detail: {
      ...{ method: 'POST', url: removeSecrets(url), eventId, deliveryId, attempt },
      request: {
        headers: deliveryHeaders(headers),
        body: messageBody(headers['content-type'] ?? null, body),
      },
      ...responseOf(outcome),
    },
  };
}

/** A way out that writes down each attempt to deliver, with what came back. */
export function journalDeliveries(
  inner: Outgoing,
  journal: Pick<Journal, 'add'>,
  clockOf: (storeId: string) => Clock,
  faultOf: (request: OutgoingRequest) => string | undefined,
): Outgoing {
  return {
    refusalOf: (url) => inner.refusalOf(url),
    async send(request) {
      const { purpose } = request;
      // What a partner is asked for is no delivery.
      if (purpose.kind !== 'webhook') return inner.send(request);
      const at = clockOf(request.storeId).now().toISOString();
      const begun = performance.now();
      const add = (outcome: Outcome) => {
        const durationMs = Math.round((performance.now() - begun) * 100) / 100;
        const fault = faultOf(request) ?? null;
        journal.add({
          kind: 'delivery_attempt',
          at,
          describe: () => describe(request, purpose, outcome, durationMs, fault),
        });
      };
      try {
        const answer = await inner.send(request);
        add({ answer });
        return answer;
      } catch (failure) {
        add({ failure });
        throw failure;
      }
    },
  };
}
