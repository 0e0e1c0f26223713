import { randomUUID } from 'node:crypto';
import type { Store } from '../../../../runtime/store/port.ts';
import type { Notice, SendNotice } from '../../send-notice.ts';
import type { SimulatorContext } from '../../simulator.ts';
import { wireTime } from '../http/wire-time.ts';
import { mostAttempts, retryDelay } from './retry-delay.ts';
import { algorithm, certificatePath, requireCertificate, sign } from './signer.ts';
import {
  type Attempt,
  type Delivery,
  deliveries,
  sampleWebhookId,
  type WebhookEvent,
  webhookEvents,
  webhooks,
} from './webhook.ts';

/** On the machine's clock. PayPal waits about as long. */
const timeoutMilliseconds = 30_000;
/** Of an answer, for people to look at. */
const keptCharacters = 4096;

async function headersOf(context: SimulatorContext, { id, webhookId }: Delivery, body: string) {
  const certificate = await requireCertificate(context.store);
  const transmissionTime = wireTime(new Date());
  const signed = { transmissionId: id, transmissionTime, webhookId, body };
  return {
    'content-type': 'application/json',
    'user-agent': 'PayPal/AUHD-214.0-simulator',
    'paypal-transmission-id': id,
    'paypal-transmission-time': transmissionTime,
    'paypal-transmission-sig': sign(signed, certificate),
    'paypal-cert-url': `${context.url()}${certificatePath(certificate)}`,
    'paypal-auth-algo': algorithm,
    'paypal-auth-version': 'v2',
    'correlation-id': randomUUID(),
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

async function post(
  sendNotice: SendNotice,
  notice: Omit<Notice, 'timeoutMilliseconds'>,
): Promise<Pick<Attempt, 'responseStatus' | 'responseBody' | 'error'>> {
  try {
    const { status, body } = await sendNotice({ ...notice, timeoutMilliseconds });
    return { responseStatus: status, responseBody: body.slice(0, keptCharacters) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

/** What a delivery becomes by an attempt: any 2xx ends it, everything else is tried again, up to a limit. */
export function afterAttempt(delivery: Delivery, attempt: Attempt): Delivery {
  const attempts = [...delivery.attempts, attempt];
  const { responseStatus = 0 } = attempt;
  if (responseStatus >= 200 && responseStatus < 300) return { ...delivery, attempts, status: 'SUCCESS' };
  if (attempts.length >= mostAttempts) return { ...delivery, attempts, status: 'FAILURE' };
  const dueAt = new Date(new Date(attempt.time).getTime() + retryDelay(attempts.length)).toISOString();
  return { ...delivery, attempts, dueAt };
}

/** Where a delivery goes now: its webhook may have moved. Undefined once that is deleted. */
async function addressOf(store: Store, { webhookId, url }: Delivery): Promise<string | undefined> {
  if (webhookId === sampleWebhookId) return url;
  const webhook = await store.get(webhooks, webhookId);
  return webhook?.url;
}

function giveUp(store: Store, { id }: Delivery): Promise<Delivery> {
  return store.transaction((writer) =>
    writer.update<Delivery>(deliveries, id, (current) => ({ ...current, status: 'FAILURE' })),
  );
}

/** Sends a delivery once and keeps what came back. An attempt that was broken off by the end is not counted. */
export async function sendDelivery(
  context: SimulatorContext,
  delivery: Delivery,
  stopped: AbortSignal,
): Promise<void> {
  const event: WebhookEvent | undefined = await context.store.get(webhookEvents, delivery.eventId);
  if (!event) throw new Error(`The event ${delivery.eventId} of delivery ${delivery.id} is gone.`);
  const address = await addressOf(context.store, delivery);
  if (address === undefined) {
    await giveUp(context.store, delivery);
    return;
  }
  const requestHeaders = await headersOf(context, delivery, event.body);
  const answer = await post(context.sendNotice, {
    url: context.address(address),
    ...{ headers: requestHeaders, body: event.body, signal: stopped },
  });
  if (stopped.aborted) return;
  const attempt = { time: context.clock.now().toISOString(), requestHeaders, ...answer };
  await context.store.transaction((writer) =>
    writer.update<Delivery>(deliveries, delivery.id, (current) => afterAttempt(current, attempt)),
  );
}
