import type { EnvironmentReference } from './define-config.ts';

/** An event that a partner is told of. Expressions are JSONata. */
export interface IntegrationSendInput {
  /** `order.confirmed`, or a family: `order.*`. */
  readonly event: string;
  /** Path below the partner's URL: `/orders`. */
  readonly to: string;
  /** Whether it is sent, over `{ type, time, subject, data }`; always unless given: `data.channel = "web"`. */
  readonly when?: string;
  /** The body, over `{ type, time, subject, data }`: `data.{ "reference": id, "number": number }`. */
  readonly map: string;
}

export type IntegrationCallback =
  | 'shipment.created'
  | 'shipment.tracking_updated'
  | 'shipment.delivered'
  | 'shipment.cancelled'
  | 'order.refused'
  | 'stock.level'
  | 'item.master'
  | 'invoice.posted';

/** What a partner sends, and what it means. Expressions are JSONata over `{ headers, body }`. */
export interface IntegrationReceiveInput {
  readonly as: IntegrationCallback;
  /** Whether a message is one of these: `headers."x-webhook-topic" = "order.shipped"`. The first rule that fits is taken. */
  readonly when: string;
  /** What it says, in the shape that `as` has (docs/how-to/connect-a-warehouse.md). */
  readonly map: string;
}

/** How the whole stock of a partner is read, page by page. */
export interface IntegrationStockInput {
  /** Path of the first page below the partner's URL: `/stock`. */
  readonly path: string;
  /** `{ items: [{ sku, onHand, locationId }], next }` over `{ body }`; `next` is the path of the next page, or null. */
  readonly map: string;
}

/** A warehouse or an ERP that is told of events, and whose callbacks are applied. */
export interface IntegrationInput {
  /** Whose shapes are spoken, so that nothing else needs to be declared. What is declared beside it goes before it. */
  readonly preset?: 'headlesspro' | 'shipbob';
  /** @default 'fulfilment' */
  readonly kind?: 'fulfilment' | 'erp';
  /** Base URL of its API. Unless given, `hp dev` takes the simulated warehouse or ERP. */
  readonly url?: string;
  /** Sent as `Authorization: Bearer …`. @default env('<KEY>_TOKEN') */
  readonly token?: EnvironmentReference;
  /** Standard Webhooks secret (`whsec_…`) that both sides sign with. @default env('<KEY>_SECRET') */
  readonly secret?: EnvironmentReference;
  /** Ids of the locations whose stock it keeps; the first is that of messages that name none. */
  readonly locations?: readonly string[];
  readonly send?: readonly IntegrationSendInput[];
  readonly receive?: readonly IntegrationReceiveInput[];
  readonly stock?: IntegrationStockInput;
}
