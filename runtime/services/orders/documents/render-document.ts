import { layOut } from './lay-out.ts';
import { loadFonts } from './load-fonts.ts';
import { face } from './page-frame.ts';
import type { SalesDocument } from './sales-document.ts';

/** Points: A4 is 595 × 842. */
const margins = { top: 56, bottom: 64, left: 56, right: 56 };

/**
 * A document as PDF. The same document and time give the same bytes: nothing in it is of the moment at which it is
 * made, and fonts are embedded as far as their letters are used.
 */
export async function renderDocument(document: SalesDocument, time: string): Promise<Uint8Array> {
  // Loaded with the first document: most processes make none.
  const [{ default: PdfDocument }, fonts] = await Promise.all([import('pdfkit'), loadFonts()]);
  const moment = new Date(time);
  const pdf = new PdfDocument({
    ...{ size: 'A4', margins, bufferPages: true, lang: document.language, displayTitle: true },
    info: { Title: document.title, Author: document.seller[0] ?? '', CreationDate: moment, ModDate: moment },
    // Without it, pdfkit begins with Helvetica, which has no Greek, no Cyrillic and no euro.
    font: fonts.regular as unknown as string, // takes bytes as well as names
  });
  pdf.registerFont(face.bold, fonts.bold);
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  layOut(pdf, document);
  pdf.end();
  return finished;
}
