/** A step that a caller may take next (HATEOAS). */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'REDIRECT';
}

export function link(method: Link['method'], rel: string, href: string): Link {
  return { href, rel, method };
}
