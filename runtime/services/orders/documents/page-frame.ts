import type { Column } from './sales-document.ts';

export type Pdf = PDFKit.PDFDocument;

/**
 * Names of the fonts. pdfkit knows the one that a document begins with by its own (PostScript) name, and reads a font
 * anew each time it is asked for it by another.
 */
export const face = { regular: 'NotoSans-Regular', bold: 'NotoSans-Bold' } as const;

export const ink = { text: '#14181f', muted: '#5a6472', line: '#d5d9e0' };

/** Where the text stands on the page, in points. */
export interface Frame {
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
}

export function frameOf({ page }: Pdf): Frame {
  const { left, right, bottom } = page.margins;
  return { left, width: page.width - left - right, bottom: page.height - bottom };
}

/** Breaks the page where `height` does not fit any more. */
export function room(pdf: Pdf, y: number, height: number): number {
  if (y + height <= frameOf(pdf).bottom) return y;
  pdf.addPage();
  return pdf.page.margins.top;
}

export function widthsOf(columns: readonly Column[], width: number): number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  return columns.map((column) => column.width ?? width - fixed);
}
