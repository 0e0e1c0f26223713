/** Ids of ours: every run of a store makes others, and what a provider is told of them must be the same each time. */
const platformId = /\b([a-z]{2,12})_[0-9A-HJKMNP-TV-Z]{26}\b/g;
const place = /\{([a-z]{2,12}_\d+)\}/g;
/** The emulator's own address, whose port is another each time. */
const localOrigin = /\bhttps?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?/g;

/** `pay_01J…` is `{pay_1}` from the first time on that it is seen. */
export function createIdNames(): (text: string) => string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return (text) =>
    text.replace(platformId, (id, prefix: string) => {
      const known = names.get(id);
      if (known) return known;
      const count = (counts.get(prefix) ?? 0) + 1;
      counts.set(prefix, count);
      const name = `{${prefix}_${count}}`;
      names.set(id, name);
      return name;
    });
}

export function withoutOrigin(text: string): string {
  return text.replace(localOrigin, '{local}');
}

/** Which id stands for which name, in this run. */
export type Bindings = ReadonlyMap<string, string>;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What is known of the ids when a text is the one that was recorded: `{pay_1}` stands for any id at first, and for the
 * same one ever after. Undefined where it is another text.
 */
export function bindTexts(recorded: string, actual: string, bindings: Bindings): Bindings | undefined {
  if (!recorded.includes('{')) return recorded === actual ? bindings : undefined;
  const names: string[] = [];
  let pattern = '';
  let end = 0;
  for (const match of recorded.matchAll(place)) {
    const [whole, name = ''] = match;
    names.push(name);
    pattern += `${escaped(recorded.slice(end, match.index))}(${name.split('_')[0]}_[0-9A-HJKMNP-TV-Z]{26})`;
    end = match.index + whole.length;
  }
  const found = new RegExp(`^${pattern}${escaped(recorded.slice(end))}$`).exec(actual);
  if (!found) return undefined;
  const next = new Map(bindings);
  for (const [index, name] of names.entries()) {
    const id = found[index + 1] ?? '';
    const isTaken = [...next].some(([other, known]) => known === id && other !== name);
    if (isTaken || (next.has(name) && next.get(name) !== id)) return undefined;
    next.set(name, id);
  }
  return next;
}

/** A recorded text with the ids of this run. */
export function withIds(text: string, bindings: Bindings): string {
  return text.replace(place, (whole, name: string) => bindings.get(name) ?? whole);
}
