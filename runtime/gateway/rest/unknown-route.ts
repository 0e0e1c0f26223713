import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { nearestPath } from './nearest-path.ts';
import { sendProblem } from './send-problem.ts';

/** A route as it was registered: `GET`, `/v1/products/:productId`. */
export interface Route {
  readonly method: string;
  readonly url: string;
  /** One line for those who look around. */
  readonly about: string | undefined;
}

function matches(route: Route, path: string): boolean {
  const pattern = route.url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path);
}

/** What a known path answers, as `Allow` lists it. */
export function methodsOf(routes: readonly Route[], path: string): readonly string[] {
  const own = new Set(routes.filter((route) => matches(route, path)).map((route) => route.method));
  if (own.has('GET')) own.add('HEAD');
  return own.size === 0 ? [] : [...own, 'OPTIONS'];
}

/** A method that a known path doesn't answer, or a path that nothing answers: with what there is instead. */
export function unknownRoute(
  request: FastifyRequest,
  reply: FastifyReply,
  routes: readonly Route[],
): FastifyReply {
  const path = request.url.split('?')[0] ?? '/';
  const methods = methodsOf(routes, path);
  if (methods.length > 0 && !methods.includes(request.method)) {
    reply.header('allow', methods.join(', '));
    return sendProblem(
      reply,
      problem(problems.methodNotAllowed, {
        detail: `${path} answers ${methods.join(', ')}, not ${request.method}.`,
      }),
    );
  }
  const paths = routes.map((route) => route.url).filter((url) => !url.includes('*'));
  const suggestion = nearestPath(path, paths);
  return sendProblem(
    reply,
    problem(problems.unknownRoute, {
      detail: `${request.method} ${path} is not a route.${suggestion ? ` Did you mean ${suggestion}?` : ''}`,
      hint: 'GET / says where everything is; the operations are listed at /v1/openapi.json.',
    }),
  );
}
