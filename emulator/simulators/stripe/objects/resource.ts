import { type ObjectDocument, objects } from '../collections.ts';
import { newId, nextSequence } from '../ids.ts';
import { missingObject } from '../stripe-error.ts';
import type { Work } from './work.ts';

export interface StripeObject {
  readonly id: string;
  readonly object: string;
  readonly created?: number;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A kind of object: how it is named, found and expanded. */
export interface Resource<Shape extends StripeObject, Hidden extends object = object> {
  /** Its `object` member. */
  readonly type: Shape['object'];
  /** As messages name it: `No such customer: 'cus_x'`. */
  readonly noun: string;
  readonly newId: () => string;
  /** Members by which lists are filtered. */
  readonly listedBy: readonly (keyof Shape & string)[];
  /** Members that hold the id of another object, which `expand` puts in its place. */
  readonly references: readonly string[];
  /** Never there: carries the type of what is kept and not shown. */
  readonly hidden?: Hidden;
}

/** What is shown of an object, and what is not. */
export interface Found<Shape extends StripeObject, Hidden extends object> {
  readonly object: Shape;
  readonly hidden: Hidden;
}

export function resource<Shape extends StripeObject, Hidden extends object = object>(
  definition: Omit<Resource<Shape, Hidden>, 'newId' | 'hidden'> & {
    readonly prefix: string;
    readonly idLength?: number;
  },
): Resource<Shape, Hidden> {
  const { prefix, idLength, ...rest } = definition;
  return { ...rest, newId: () => newId(prefix, idLength) };
}

function foundBy<Shape extends StripeObject>(
  { listedBy }: Pick<Resource<Shape>, 'listedBy'>,
  object: Shape,
): [string, string][] {
  const members = listedBy.flatMap((member): [string, string][] => {
    const value = object[member];
    return typeof value === 'string' ? [[member, value]] : [];
  });
  return [['', ''], ...members];
}

export async function insert<Shape extends StripeObject, Hidden extends object>(
  work: Work,
  kind: Resource<Shape, Hidden>,
  object: NoInfer<Shape>,
  hidden: NoInfer<Hidden>,
): Promise<Shape> {
  await work.store.insert(objects, {
    ...{ id: object.id, account: work.account, type: kind.type },
    ...{ created: object.created ?? work.now, sequence: nextSequence() },
    foundBy: foundBy(kind, object),
    // Interfaces have no index signature; what is stored is plain JSON of either.
    object: object as unknown as ObjectDocument['object'],
    hidden: hidden as ObjectDocument['hidden'],
  });
  return object;
}

/** The type of a document says which kind's shapes it holds. */
function typed<Shape extends StripeObject, Hidden extends object>(
  document: ObjectDocument,
): Found<Shape, Hidden> {
  return document as unknown as Found<Shape, Hidden>;
}

/** The object of that id, unless it was deleted or is another account's. */
export async function find<Shape extends StripeObject, Hidden extends object>(
  work: Work,
  kind: Resource<Shape, Hidden>,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<Found<Shape, Hidden> | undefined> {
  const document = await work.store.get(objects, id, options);
  if (!document || document.account !== work.account || document.type !== kind.type) return undefined;
  if (document.object.deleted) return undefined;
  return typed(document);
}

/** The object of that id, or the 404 that names `param`. */
export async function findOrRefuse<Shape extends StripeObject, Hidden extends object>(
  work: Work,
  kind: Resource<Shape, Hidden>,
  id: string,
  param = 'id',
): Promise<Found<Shape, Hidden>> {
  const found = await find(work, kind, id);
  if (found) return found;
  throw missingObject(kind.noun, id, param);
}

/** The same, for what is worked out from what it holds: nobody else changes it until this work is done. */
export async function findToChange<Shape extends StripeObject, Hidden extends object>(
  work: Work,
  kind: Resource<Shape, Hidden>,
  id: string,
): Promise<Found<Shape, Hidden>> {
  const found = await find(work, kind, id, { lock: true });
  if (found) return found;
  throw missingObject(kind.noun, id, 'id');
}

/** Writes the members given and leaves the others. */
export async function change<Shape extends StripeObject, Hidden extends object>(
  work: Work,
  kind: Resource<Shape, Hidden>,
  id: string,
  members: Partial<Shape>,
  hidden: Partial<Hidden> = {},
): Promise<Shape> {
  const document = await work.store.update(objects, id, (current) => {
    const object = { ...current.object, ...members };
    return {
      ...current,
      object,
      hidden: { ...current.hidden, ...hidden },
      foundBy: foundBy(kind, object as unknown as Shape),
    };
  });
  return typed<Shape, Hidden>(document).object;
}

/** Leaves what the object's answer is from now on; no list finds it any more. */
export async function remove<Shape extends StripeObject, Hidden extends object>(
  work: Work,
  kind: Resource<Shape, Hidden>,
  id: string,
): Promise<{ id: string; object: string; deleted: true }> {
  const left = { id, object: kind.type, deleted: true } as const;
  await work.store.update(objects, id, (current) => ({ ...current, object: left, hidden: {}, foundBy: [] }));
  return left;
}
