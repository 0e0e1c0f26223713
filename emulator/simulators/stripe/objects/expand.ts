import { objects } from '../collections.ts';
import { expandableLists, referencesOf } from '../resources.ts';
import { badRequest } from '../stripe-error.ts';
import type { Work } from './work.ts';

type Json = Readonly<Record<string, unknown>>;

const deepest = 4;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notExpandable(path: string): Error {
  return badRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
}

async function referenced(work: Work, id: string): Promise<unknown> {
  const document = await work.store.get(objects, id);
  return document?.account === work.account ? document.object : id;
}

/** `within` is the dotted way from the object that has a type to `value`, which may be a plain part of it. */
async function expandIn(
  work: Work,
  value: Json,
  [name = '', ...rest]: readonly string[],
  owner: Json,
  within: string,
  path: string,
): Promise<Json> {
  const dotted = within ? `${within}.${name}` : name;
  const type = String(owner.object);
  const loader = within === '' ? expandableLists[type]?.[name] : undefined;
  const current = loader ? await loader(work, String(owner.id)) : value[name];
  const references = referencesOf(type);
  const isReference = references.includes(dotted);
  if (!loader && !isReference && !references.some((known) => known.startsWith(`${dotted}.`))) {
    throw notExpandable(path);
  }
  const target = isReference && typeof current === 'string' ? await referenced(work, current) : current;
  if (rest.length === 0 || !isObject(target)) return { ...value, [name]: target };
  const isPart = !isReference && !loader;
  const expanded = isPart
    ? await expandIn(work, target, rest, owner, dotted, path)
    : await expandPath(work, target, rest, path);
  return { ...value, [name]: expanded };
}

async function expandPath(work: Work, value: Json, parts: readonly string[], path: string): Promise<Json> {
  if (parts[0] !== 'data' || !Array.isArray(value.data)) return expandIn(work, value, parts, value, '', path);
  const data: unknown[] = [];
  for (const item of value.data)
    data.push(isObject(item) ? await expandPath(work, item, parts.slice(1), path) : item);
  return { ...value, data };
}

/** Puts objects in the place of their ids, where `expand[]` names them. */
export async function expandAll(work: Work, answer: object, paths: readonly string[]): Promise<object> {
  // What handlers answer is plain JSON.
  let expanded = answer as Json;
  for (const path of paths) {
    const parts = path.split('.');
    if (parts.length > deepest) {
      throw badRequest(`You cannot expand more than ${deepest} levels of a property. Property: ${path}`, {
        param: 'expand',
      });
    }
    expanded = await expandPath(work, expanded, parts, path);
  }
  return expanded;
}
