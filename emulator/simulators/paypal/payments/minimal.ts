import type { Link } from '../http/link.ts';

interface Payment {
  readonly id: string;
  readonly status: string;
  readonly links: readonly Link[];
}

/** A payment as `Prefer` asks for it: its id, its status and what can be done next, unless all of it. */
export function minimal<Body extends Payment>(
  { prefersRepresentation }: { readonly prefersRepresentation: boolean },
  body: Body,
): Body | Payment {
  const { id, status, links } = body;
  return prefersRepresentation ? body : { id, status, links };
}
