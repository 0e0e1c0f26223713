import type { HttpMethod } from '../../runtime/contract/operation.ts';

/**
 * What an SDK of one store offers, in no language. Everything is named and ordered here: resources and
 * operations as the contract has them, shapes, errors and events by name. Printers only write it down.
 */
export interface SdkModel {
  readonly resources: readonly SdkResource[];
  /** Nodes of the method tree that are there whether they have operations or not, parents first. */
  readonly namespaces: readonly SdkNamespace[];
  readonly shapes: readonly SdkShape[];
  readonly errors: readonly SdkError[];
  readonly events: readonly SdkEvent[];
}

/** A node of the method tree that has operations: `['catalog', 'products']` is `store.catalog.products`. */
export interface SdkResource {
  readonly path: readonly string[];
  /** PascalCase of the last segment: `Products`. */
  readonly name: string;
  readonly operations: readonly SdkOperation[];
}

/** `['social', 'facebook']` is `store.social.facebook`. */
export interface SdkNamespace {
  readonly path: readonly string[];
  readonly summary: string;
}

/** Who may call it, or see it: `publishable` is everybody, a storefront's visitors included. */
export type Access = 'publishable' | 'secret';

export interface SdkOperation {
  /** `catalog.products.list`. */
  readonly id: string;
  /** The method: `list`. */
  readonly name: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly http: { readonly method: HttpMethod; readonly path: string };
  /** In the order of the path; they come first, one by one. */
  readonly pathParameters: readonly SdkField[];
  /** Shape of the rest of the input; undefined where there is none. */
  readonly input: { readonly shape: string; readonly required: boolean } | undefined;
  readonly inputPlace: 'query' | 'body';
  /** Answers a file instead of `output`. */
  readonly isDownload: boolean;
  /** The body is a file of one of these content types. */
  readonly upload: { readonly contentTypes: readonly string[]; readonly maxBytes: number } | undefined;
  /** The answer; undefined for none. Of a list operation, the type of one item. */
  readonly output: SdkType | undefined;
  readonly isPaginated: boolean;
  /** Sent with an idempotency key. */
  readonly isWrite: boolean;
  /** Takes the version that the caller has read. */
  readonly isVersioned: boolean;
  readonly access: Access;
  readonly scopes: readonly string[];
  /** Codes, sorted. */
  readonly errors: readonly string[];
  readonly example: Readonly<Record<string, unknown>> | undefined;
}

/** A named object type. */
export interface SdkShape {
  readonly name: string;
  readonly description: string | undefined;
  readonly fields: readonly SdkField[];
  /** Whether callers send it, the platform answers with it, or both. */
  readonly isSent: boolean;
  readonly isAnswered: boolean;
  /** Path of the resource it belongs to; undefined for what only events carry. */
  readonly home: readonly string[] | undefined;
  /** Some property of it, or of a shape inside, is for secret keys alone. */
  readonly hidesFromVisitors: boolean;
}

export interface SdkField {
  readonly name: string;
  readonly type: SdkType;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  readonly description: string | undefined;
  readonly default: unknown;
  readonly access: Access;
  readonly isDeprecated: boolean;
}

export type SdkType =
  | { readonly kind: 'string'; readonly format: 'date-time' | 'date' | undefined }
  | { readonly kind: 'integer' | 'number' | 'boolean' | 'unknown' | 'null' }
  /** Money: an integer of minor units, which may be larger than 32 bits hold. */
  | { readonly kind: 'amount' }
  /** `isOpen`: the platform may answer with values that this SDK does not know yet. */
  | { readonly kind: 'enum'; readonly values: readonly (string | number)[]; readonly isOpen: boolean }
  | { readonly kind: 'list' | 'map'; readonly of: SdkType }
  | { readonly kind: 'union'; readonly of: readonly SdkType[] }
  | { readonly kind: 'shape'; readonly name: string };

export interface SdkError {
  /** `out_of_stock`. */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly hint: string;
  /** Facts for programs; undefined where the contract declares none. */
  readonly details: readonly SdkField[] | undefined;
}

export interface SdkEvent {
  /** `product.created`. */
  readonly type: string;
  /** PascalCase: `ProductCreated`. */
  readonly name: string;
  readonly summary: string;
  readonly data: SdkType;
}
