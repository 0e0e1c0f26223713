/** A sentence or a bracket around an address is none of it. */
const aroundIt = /[.,;:!?)\]}>'"]+$/;

/** The addresses in the text of a mail, each once. */
export function linksOf(text: string): readonly string[] {
  const found = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return [...new Set(found.map((link) => link.replace(aroundIt, '')))];
}

/** The token in an address, be it a parameter or in the fragment, where no server sees it. */
export function tokenOf(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const { searchParams, hash } = new URL(link);
  const given = [...searchParams, ...new URLSearchParams(hash.slice(1))];
  return given.find(([name]) => /(^|_)token$/.test(name))?.[1];
}
