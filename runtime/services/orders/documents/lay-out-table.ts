import { face, frameOf, ink, type Pdf, widthsOf } from './page-frame.ts';
import type { Cell, Column, SalesDocument } from './sales-document.ts';

/** Points between a column's text and the next column. */
const gap = 8;
const padding = 5;
const detailSize = 7.5;
const textSize = 9;

interface Place {
  readonly x: number;
  readonly width: number;
  readonly align: Column['align'];
}

function placesOf(pdf: Pdf, columns: readonly Column[]): Place[] {
  const { left, width } = frameOf(pdf);
  let x = left;
  return widthsOf(columns, width).map((columnWidth, index) => {
    const align = columns[index]?.align ?? 'left';
    // What is aligned to the right keeps its distance on the left.
    const place = { x: align === 'right' ? x + gap : x, width: columnWidth - gap, align };
    x += columnWidth;
    return place;
  });
}

function line(pdf: Pdf, y: number): void {
  const { left, width } = frameOf(pdf);
  pdf
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.6)
    .strokeColor(ink.line)
    .stroke();
}

function header(pdf: Pdf, columns: readonly Column[], places: readonly Place[], y: number): number {
  pdf.font(face.bold).fontSize(8).fillColor(ink.muted);
  columns.forEach(({ label }, index) => {
    const { x = 0, ...options } = places[index] ?? {};
    pdf.text(label, x, y, { ...options, lineBreak: false });
  });
  line(pdf, y + 15);
  return y + 15;
}

function cellHeight(pdf: Pdf, { text, detail = '' }: Cell, { width }: Place): number {
  const ofText = pdf.font(face.regular).fontSize(textSize).heightOfString(text, { width });
  return detail === '' ? ofText : ofText + 1 + pdf.fontSize(detailSize).heightOfString(detail, { width });
}

function drawCell(pdf: Pdf, { text, detail = '' }: Cell, { x, width, align }: Place, y: number): void {
  pdf.font(face.regular).fontSize(textSize).fillColor(ink.text).text(text, x, y, { width, align });
  if (detail === '') return;
  pdf
    .fontSize(detailSize)
    .fillColor(ink.muted)
    .text(detail, x, pdf.y + 1, { width, align });
}

/** The rows, with the header on every page that they reach. Answers where the last one ends. */
export function layOutTable(pdf: Pdf, { columns, rows }: SalesDocument, from: number): number {
  const places = placesOf(pdf, columns);
  let y = header(pdf, columns, places, from);
  for (const row of rows) {
    const cells = row.flatMap((cell, index) => {
      const place = places[index];
      return place ? [{ cell, place }] : [];
    });
    const height = Math.max(...cells.map(({ cell, place }) => cellHeight(pdf, cell, place))) + 2 * padding;
    if (y + height > frameOf(pdf).bottom) {
      pdf.addPage();
      y = header(pdf, columns, places, pdf.page.margins.top);
    }
    for (const { cell, place } of cells) drawCell(pdf, cell, place, y + padding);
    y += height;
    line(pdf, y);
  }
  return y;
}
