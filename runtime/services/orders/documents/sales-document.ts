/**
 * What a document says, before it is a PDF: every text is written out already, in the document's language. So what an
 * invoice has to say is tested without reading a PDF.
 */
export interface SalesDocument {
  readonly language: string;
  readonly title: string;
  /** Who sells: the first line stands out. */
  readonly seller: readonly string[];
  /** One line above the recipient, small, as it shows in an envelope's window. */
  readonly sender: string;
  readonly recipient: readonly string[];
  /** Beside the recipient: number, dates. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Another address than the recipient's. */
  readonly address: { readonly label: string; readonly lines: readonly string[] } | null;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly sums: readonly SumLine[];
  readonly notes: readonly string[];
  readonly footer: string;
  /** `Page 2 of 3`. */
  page(number: number, count: number): string;
}

export interface Column {
  readonly label: string;
  /** Points; the one column without takes what is left. */
  readonly width?: number;
  readonly align: 'left' | 'right';
}

export interface Cell {
  readonly text: string;
  /** Smaller, below. */
  readonly detail?: string;
}

export interface SumLine {
  readonly label: string;
  readonly amount: string;
  readonly isTotal?: boolean;
}
