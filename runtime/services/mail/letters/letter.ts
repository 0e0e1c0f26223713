/**
 * What a mail says, before it is HTML or text: both are rendered from the same blocks, so they can't say different
 * things. Texts are plain; amounts and dates are written out already, in the letter's language.
 */
export interface Letter {
  /** BCP 47 tag of its texts: `de`. */
  readonly language: string;
  readonly subject: string;
  /** The line that inboxes show after the subject. */
  readonly preheader: string;
  readonly blocks: readonly Block[];
  readonly footer: Footer;
}

export interface Footer {
  readonly storeName: string;
  readonly website: string | null;
  /** Who sells, a line each. */
  readonly lines: readonly string[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'items'; readonly heading: string; readonly rows: readonly ItemRow[] }
  | { readonly kind: 'sums'; readonly heading: string; readonly rows: readonly SumRow[] }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'address'; readonly heading: string; readonly lines: readonly string[] }
  | { readonly kind: 'button'; readonly label: string; readonly url: string };

export interface ItemRow {
  readonly title: string;
  readonly detail: string;
  readonly quantity: number;
  /** Left out where no amounts are shown. */
  readonly amount?: string;
}

export interface SumRow {
  readonly label: string;
  readonly amount: string;
  readonly isTotal?: boolean;
}

export interface FactRow {
  readonly label: string;
  readonly value: string;
}
