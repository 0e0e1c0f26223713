/** What a storefront must know of the platform, under the prefixes that Vite, Next and SvelteKit let through. */
export function storefrontVariables(url: string, publishableKey: string): Record<string, string> {
  return Object.fromEntries(
    ['VITE', 'NEXT_PUBLIC', 'PUBLIC'].flatMap((prefix) => [
      [`${prefix}_HEADLESSPRO_URL`, url],
      [`${prefix}_HEADLESSPRO_PUBLISHABLE_KEY`, publishableKey],
    ]),
  );
}
