import type { StoreConfig } from '../../config/store-config.ts';
import type { Actor, Context } from '../../context/context.ts';
import { catalogProblems } from '../../contract/catalog/problems.ts';
import { problem } from '../../contract/problem.ts';
import { unknownName } from '../../validation/index.ts';

/** For whom texts, prices and availability are selected, as the caller gave it. */
export interface SelectionInput {
  readonly locale?: string | undefined;
  readonly channel?: string | undefined;
  readonly currency?: string | undefined;
  readonly country?: string | undefined;
  readonly customerGroup?: string | undefined;
}

/** The same, completed from the channel's defaults. Null where nothing is to be selected. */
export interface Selection {
  readonly locale: string | null;
  readonly channel: string | null;
  readonly currency: string | null;
  readonly country: string | null;
  readonly customerGroup: string | null;
}

/** The name given, where the store has it; null where none is given. Throws `unknown_setting` otherwise. */
export function known(
  value: string | undefined,
  what: string,
  all: readonly string[],
  pointer: string,
): string | null {
  if (value === undefined) return null;
  if (all.includes(value)) return value;
  const message = unknownName(value, what, all);
  throw problem(catalogProblems.unknownSetting, { detail: message, errors: [{ pointer, message }] });
}

function channelFor(input: SelectionInput, config: StoreConfig, actor: Actor): string | null {
  const keys = config.channels.map((channel) => channel.key);
  const asked = known(input.channel, 'channel', keys, '/channel');
  if (actor.kind !== 'publishable') return asked;
  const own = actor.channel ?? keys[0] ?? null;
  if (asked !== null && asked !== own) {
    const message = `a publishable key of the channel "${own}" does not see the channel "${asked}".`;
    throw problem(catalogProblems.unknownSetting, {
      detail: message,
      errors: [{ pointer: '/channel', message }],
    });
  }
  return own;
}

/**
 * What a request selects. With a channel, what is left out comes from its defaults; without one, only what was
 * asked for is selected.
 * @throws {Problem} `unknown_setting`, listing what the store has.
 */
export function selectionOf(
  { config, actor }: Pick<Context, 'config' | 'actor'>,
  input: SelectionInput,
): Selection {
  const channelKey = channelFor(input, config, actor);
  const channel = config.channels.find(({ key }) => key === channelKey);
  const locales = config.locales.map(({ code }) => code);
  // The group in a token may have been taken out of the configuration since.
  const ownGroup = config.customerGroups.find((group) => group === actor.customer?.customerGroup) ?? null;
  return {
    locale: known(input.locale, 'locale', locales, '/locale') ?? channel?.defaultLocale ?? null,
    channel: channelKey,
    currency:
      known(input.currency, 'currency', config.currencies, '/currency') ?? channel?.defaultCurrency ?? null,
    country: input.country ?? channel?.defaultCountry ?? null,
    customerGroup:
      known(input.customerGroup, 'customer group', config.customerGroups, '/customerGroup') ?? ownGroup,
  };
}

/** Nothing is selected: what is stored can go out as it is. */
export function selectsNothing(selection: Selection): boolean {
  return Object.values(selection).every((value) => value === null);
}

/** The locales to look in for a text, in order; the default locale's texts are the document's own. */
export function localeChain(config: StoreConfig, locale: string): readonly string[] {
  const defaultLocale = config.locales[0]?.code;
  const chain: string[] = [];
  const follow = (code: string): void => {
    if (code === defaultLocale || chain.includes(code)) return;
    chain.push(code);
    for (const fallback of config.locales.find((candidate) => candidate.code === code)?.fallbacks ?? []) {
      follow(fallback);
    }
  };
  follow(locale);
  return chain;
}

type Translated = { readonly locale: string };

/** The texts of a document in a locale: the first translation that has one, else the document's own. */
export function localized<Doc extends { readonly translations: readonly Translated[] }>(
  document: Doc,
  fields: readonly (keyof Doc & string)[],
  chain: readonly string[],
): Doc {
  const translations = chain.flatMap((locale) =>
    document.translations.filter((found) => found.locale === locale),
  );
  if (translations.length === 0) return document;
  const texts: Record<string, unknown> = {};
  for (const field of fields) {
    const found = translations
      .map((translation) => (translation as Readonly<Record<string, unknown>>)[field])
      .find((text) => text !== null && text !== undefined);
    if (found !== undefined) texts[field] = found;
  }
  return { ...document, ...texts };
}
