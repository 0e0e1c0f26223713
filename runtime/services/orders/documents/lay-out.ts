import { layOutTable } from './lay-out-table.ts';
import { face, frameOf, ink, type Pdf, room } from './page-frame.ts';
import type { SalesDocument } from './sales-document.ts';

/** Texts one below the other; answers where the next would stand. */
function lines(pdf: Pdf, texts: readonly string[], x: number, y: number, width: number): number {
  let at = y;
  for (const text of texts) {
    pdf.text(text, x, at, { width });
    at = pdf.y;
  }
  return at;
}

function head(pdf: Pdf, { seller, sender, recipient, facts, address }: SalesDocument): number {
  const { left, width } = frameOf(pdf);
  const half = width / 2 - 12;
  const right = left + width - half;
  const [name = '', ...rest] = seller;
  pdf.font(face.bold).fontSize(13).fillColor(ink.text);
  let y = lines(pdf, [name], left, pdf.y, width);
  pdf.font(face.regular).fontSize(8.5).fillColor(ink.muted);
  y = lines(pdf, rest, left, y + 2, width) + 26;
  pdf.fontSize(7).text(sender, left, y, { width: half });
  const top = pdf.y + 6;
  pdf.fontSize(10).fillColor(ink.text);
  let leftEnd = lines(pdf, recipient, left, top, half);
  if (address) {
    pdf
      .fontSize(8)
      .fillColor(ink.muted)
      .text(address.label, left, leftEnd + 12, { width: half });
    pdf.fontSize(9).fillColor(ink.text);
    leftEnd = lines(pdf, address.lines, left, pdf.y + 2, half);
  }
  let rightEnd = top;
  for (const [label, value] of facts) {
    pdf
      .fontSize(9)
      .fillColor(ink.muted)
      .text(label, right, rightEnd, { width: half / 2 });
    const labelEnd = pdf.y;
    pdf.fillColor(ink.text).text(value, right + half / 2, rightEnd, { width: half / 2, align: 'right' });
    rightEnd = Math.max(labelEnd, pdf.y) + 3;
  }
  return Math.max(leftEnd, rightEnd) + 34;
}

function sums(pdf: Pdf, { sums: rows }: SalesDocument, from: number): number {
  const { left, width } = frameOf(pdf);
  const labels = left + width * 0.38;
  const amounts = left + width - 110;
  let y = from + 12;
  for (const { label, amount, isTotal = false } of rows) {
    pdf.font(isTotal ? face.bold : face.regular).fontSize(isTotal ? 10.5 : 9);
    const height = pdf.heightOfString(label, { width: amounts - labels - 8 }) + (isTotal ? 10 : 4);
    y = room(pdf, y, height);
    if (isTotal) {
      pdf
        .moveTo(labels, y + 2)
        .lineTo(left + width, y + 2)
        .lineWidth(0.6)
        .strokeColor(ink.line)
        .stroke();
    }
    const textTop = isTotal ? y + 6 : y;
    pdf.fillColor(ink.text).text(label, labels, textTop, { width: amounts - labels - 8 });
    pdf.text(amount, amounts, textTop, { width: 110, align: 'right' });
    y += height;
  }
  return y;
}

function notes(pdf: Pdf, { notes: texts }: SalesDocument, from: number): void {
  const { left, width } = frameOf(pdf);
  pdf.font(face.regular).fontSize(8.5).fillColor(ink.muted);
  let y = from + 18;
  for (const text of texts) {
    y = room(pdf, y, pdf.heightOfString(text, { width }));
    pdf.text(text, left, y, { width });
    y = pdf.y + 4;
  }
}

/** Known only when all pages are there. */
function footers(pdf: Pdf, { footer, page }: SalesDocument): void {
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    const { left, width, bottom } = frameOf(pdf);
    // Below the margin, where a text would break the page.
    pdf.page.margins.bottom = 0;
    pdf.font(face.regular).fontSize(7.5).fillColor(ink.muted);
    const options = { lineBreak: false, height: 12, ellipsis: true } as const;
    pdf.text(footer, left, bottom + 22, { ...options, width: width - 90 });
    pdf.text(page(index + 1, count), left + width - 80, bottom + 22, {
      width: 80,
      align: 'right',
      lineBreak: false,
    });
  }
}

/** Puts a document on as many pages as it needs. */
export function layOut(pdf: Pdf, document: SalesDocument): void {
  let y = head(pdf, document);
  const { left, width } = frameOf(pdf);
  pdf.font(face.bold).fontSize(17).fillColor(ink.text).text(document.title, left, y, { width });
  y = layOutTable(pdf, document, pdf.y + 12);
  y = sums(pdf, document, y);
  notes(pdf, document, y);
  footers(pdf, document);
}
