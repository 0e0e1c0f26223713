import { parseSurface, type SurfaceEntry, type SurfaceSection } from './parse-surface.ts';

export interface BreakingChange {
  /** `store.catalog.products.list`, `Product.title`, `Errors.out_of_stock`. */
  readonly where: string;
  /** In words: `is gone`. */
  readonly what: string;
}

/**
 * What changed between two `api.md` in a way that code written against the first could notice. More to read,
 * more values to send and more operations break nothing; less of them does, and so does more that must be sent.
 */
export function compareSurfaces(before: string, after: string): BreakingChange[] {
  const now = new Map(parseSurface(after).map((section) => [section.name, section]));
  return parseSurface(before).flatMap((section) => {
    const other = now.get(section.name);
    return other ? compareSections(section, other) : [{ where: section.name, what: 'is gone' }];
  });
}

function compareSections(before: SurfaceSection, after: SurfaceSection): BreakingChange[] {
  const isSent = before.isSent || after.isSent;
  const changes = [...before.entries.values()].flatMap((entry): BreakingChange[] => {
    const where = `${before.name}.${entry.name}`;
    const other = after.entries.get(entry.name);
    if (!other) return [{ where, what: 'is gone' }];
    return differences(entry, other, isSent, before.isAnswered).map((what) => ({ where, what }));
  });
  const demanded = [...after.entries.values()].filter(
    (entry) => isSent && entry.isRequired && !before.entries.has(entry.name),
  );
  return [
    ...changes,
    ...demanded.map((entry) => ({ where: `${before.name}.${entry.name}`, what: 'is new and must be sent' })),
  ];
}

function differences(
  before: SurfaceEntry,
  after: SurfaceEntry,
  isSent: boolean,
  isAnswered: boolean,
): string[] {
  const found: string[] = [];
  if (before.isForStorefront && !after.isForStorefront) found.push('is no longer in the storefront SDK');
  if (isSent && after.isRequired && !before.isRequired) found.push('must be sent now');
  if (isAnswered && before.isRequired && !after.isRequired) found.push('may be missing now');
  const gone = before.members.filter((member) => !after.members.includes(member));
  const added = after.members.filter((member) => !before.members.includes(member));
  const isOpen = after.members.includes('(string & {})');
  const isLoss = gone.length > 0 && (isSent || !gone.every((member) => isOpen && member.startsWith("'")));
  const isSurprise =
    added.length > 0 && isAnswered && !added.every((member) => isOpen && member.startsWith("'"));
  const isMethod = !isSent && !isAnswered;
  if (isLoss || isSurprise || (isMethod && gone.length + added.length > 0)) {
    found.push(`was ${before.members.join(' | ')}, is ${after.members.join(' | ')}`);
  }
  return found;
}
