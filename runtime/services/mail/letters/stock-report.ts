import type { FactRow, Letter } from './letter.ts';
import type { LetterKit } from './letter-kit.ts';

/** As much of a comparison of stock as its letter tells. */
export interface LetterStockReport {
  readonly id: string;
  readonly integration: string;
  readonly startedAt: string;
  /** Why it could not be compared; null where it was. */
  readonly reason: string | null;
  readonly compared: number;
  readonly differenceCount: number;
  readonly differences: readonly {
    readonly sku: string;
    readonly locationId: string;
    readonly here: number | null;
    readonly there: number | null;
  }[];
}

/** As many are read in a mail; the report has them all. */
const mostShown = 25;

/** To who runs the store: what a partner has and what we have is not the same, or could not be compared. */
export function stockReport(report: LetterStockReport, kit: LetterKit): Letter {
  const { id, integration, startedAt, reason, compared, differenceCount, differences } = report;
  const { stockReport: words, labels } = kit.wording;
  const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
  const isFailed = reason !== null;
  const lead = isFailed ? words.notCompared : words.lead(differenceCount, compared);
  const shown = differences.slice(0, mostShown);
  const isOnePlace = new Set(differences.map(({ locationId }) => locationId)).size === 1;
  const counts: FactRow[] = shown.map(({ sku, locationId, here, there }) => ({
    label: sku,
    value: isOnePlace ? words.counts(here, there) : `${words.counts(here, there)} (${locationId})`,
  }));
  const about: FactRow[] = [
    { label: labels.date, value: kit.date(startedAt) },
    { label: words.partner, value: integration },
    { label: words.report, value: id },
    ...(isFailed ? [{ label: labels.reason, value: reason }] : []),
  ];
  const left = differenceCount - shown.length;
  return {
    language: kit.language,
    subject: words.subject(kit.storeName, integration, isFailed),
    preheader: lead,
    footer: kit.footer,
    blocks: [
      { kind: 'heading', text: words.subject(kit.storeName, integration, isFailed) },
      paragraph(lead),
      { kind: 'facts', rows: about },
      ...(counts.length > 0 ? [{ kind: 'facts', rows: counts } as const] : []),
      ...(left > 0 ? [paragraph(words.more(left))] : []),
      paragraph(isFailed ? words.tryAgain : words.whatToDo),
    ],
  };
}

/** For a preview. */
export function sampleStockReport(now: string): LetterStockReport {
  const locationId = 'loc_01JDXK5W0V8R9Q2T4M6N8P0S2A';
  return {
    id: 'irc_01JDXK5W0V8R9Q2T4M6N8P0S2A',
    ...{ integration: 'warehouse', startedAt: now, reason: null, compared: 120, differenceCount: 2 },
    differences: [
      { sku: 'MUG', locationId, here: null, there: 4 },
      { sku: 'TEE', locationId, here: 80, there: 100 },
    ],
  };
}
