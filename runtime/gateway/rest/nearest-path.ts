import { nearest } from '../../validation/index.ts';

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');

/** A slip of the finger, or the beginning of the word: `openapi` is close to `openapi.json`. */
function isClose(given: string, segment: string): boolean {
  return nearest(given, [segment]) !== undefined || (given.length > 2 && segment.startsWith(given));
}

/** What was asked for, as the route has it; undefined where it is another route. */
function fitted(
  asked: readonly string[],
  route: readonly string[],
): { path: string; slips: number } | undefined {
  if (asked.length !== route.length) return undefined;
  let slips = 0;
  const segments: string[] = [];
  for (const [place, segment] of route.entries()) {
    const given = asked[place] ?? '';
    if (segment.startsWith(':') || segment === given) segments.push(given);
    else if (isClose(given, segment)) {
      slips += 1;
      segments.push(segment);
    } else return undefined;
  }
  return { path: `/${segments.join('/')}`, slips };
}

/**
 * The path that was probably meant, with the caller's own ids in it: `/v1/product/prod_1` reads
 * `/v1/products/prod_1`, `/products` reads `/v1/products`. Routes are as they were registered, `/v1/products/:id`.
 */
export function nearestPath(path: string, routes: readonly string[]): string | undefined {
  const asked = segmentsOf(path);
  // Those who leave the version out, or have another prefix in its place.
  const [, ...inner] = asked;
  const readings = [asked, ['v1', ...asked], ...(inner.length > 0 ? [['v1', ...inner], inner] : [])];
  for (const reading of readings) {
    const close = routes.map(segmentsOf).flatMap((route) => fitted(reading, route) ?? []);
    const [best] = close.sort((left, right) => left.slips - right.slips);
    if (best && reading.length > 0) return best.path;
  }
  return undefined;
}
