import type { Action, EntryKind } from '../plan/index.ts';
import { changedBesidePrices } from './changed-fields.ts';
import { nameOf, type OtherChange, type PlannedStep } from './make-plan.ts';

export const nouns: Readonly<Record<EntryKind, readonly [one: string, many: string]>> = {
  config: ['configuration', 'configurations'],
  location: ['location', 'locations'],
  category: ['category', 'categories'],
  media: ['media file', 'media files'],
  product: ['product', 'products'],
  collection: ['collection', 'collections'],
  price_list: ['price list', 'price lists'],
  list_price: ['list price', 'list prices'],
  promotion: ['promotion', 'promotions'],
};

export const verbs: Readonly<Record<Action, string>> = {
  create: 'created',
  update: 'changed',
  delete: 'deleted',
};

export interface PlanLine {
  readonly action: Action;
  readonly text: string;
}

const shownNames = 3;

/** "4 products changed: Linen shirt, Wool hat, Rain coat, …" */
function line(kind: EntryKind, action: Action, verb: string, names: readonly string[]): PlanLine[] {
  if (names.length === 0) return [];
  const noun = nouns[kind][names.length === 1 ? 0 : 1];
  const more = names.length > shownNames ? ', …' : '';
  const shown = names.slice(0, shownNames).join(', ');
  return [{ action, text: `${names.length.toLocaleString('en')} ${noun} ${verb}: ${shown}${more}` }];
}

const labelOf = ({ after, before, id }: PlannedStep) => nameOf(after ?? before, id);

function isRenamed({ before, after, id }: PlannedStep): boolean {
  return nameOf(before, id) !== nameOf(after, id);
}

/** What changed beside prices and the name, with the fields while there is room for them. */
function changedLabels(steps: readonly PlannedStep[]): string[] {
  return steps.flatMap((step) => {
    const fields = changedBesidePrices(step.before, step.after).filter(
      (field) => !(isRenamed(step) && ['title', 'name', 'filename'].includes(field)),
    );
    return fields.length > 0 ? [`${labelOf(step)} (${fields.slice(0, 4).join(', ')})`] : [];
  });
}

function linesOf(kind: EntryKind, steps: readonly PlannedStep[]): PlanLine[] {
  const by = (action: Action) => steps.filter((step) => step.action === action);
  const renamed = by('update').filter(isRenamed);
  return [
    ...line(kind, 'create', 'created', by('create').map(labelOf)),
    ...line(
      kind,
      'update',
      'renamed',
      renamed.map((step) => `${nameOf(step.before, step.id)} → ${nameOf(step.after, step.id)}`),
    ),
    ...line(kind, 'update', 'changed', changedLabels(by('update'))),
    ...line(kind, 'delete', 'deleted', by('delete').map(labelOf)),
  ];
}

/** A line for each thing that happens to entries of one kind. Configuration and prices have words of their own. */
export function entryLines(steps: readonly PlannedStep[]): PlanLine[] {
  return Object.keys(nouns).flatMap((name) => {
    const kind = name as EntryKind; // the keys of nouns
    if (kind === 'config' || kind === 'list_price') return [];
    return linesOf(
      kind,
      steps.filter((step) => step.kind === kind),
    );
  });
}

/** What the other side changed alone, in as many lines as there are sorts of it. */
export function otherLines(changes: readonly OtherChange[]): PlanLine[] {
  return Object.keys(nouns).flatMap((name) => {
    const kind = name as EntryKind;
    return (Object.keys(verbs) as Action[]).flatMap((action) => {
      const names = changes.filter((change) => change.kind === kind && change.action === action);
      if (kind === 'config' && names.length > 0)
        return [{ action, text: `the configuration was ${verbs[action]}` }];
      return line(
        kind,
        action,
        verbs[action],
        names.map((change) => change.name),
      );
    });
  });
}
