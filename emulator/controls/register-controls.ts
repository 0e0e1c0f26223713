import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../../runtime/contract/problem.ts';
import { problems } from '../../runtime/contract/problems.ts';
import { CompiledOperation } from '../../runtime/gateway/compiled-operation.ts';
import { inputOf } from '../../runtime/gateway/rest/input-of.ts';
import type { KeyRing } from '../../runtime/keys/index.ts';
import type { Control, ControlContext, ControlHandlers } from './control.ts';
import { type Controls, controls } from './index.ts';
import { sendEvents } from './send-events.ts';

export interface RegisterControlsOptions {
  readonly keys: Pick<KeyRing, 'authenticate'>;
  readonly handlers: ControlHandlers<Controls>;
}

type AnyHandler = (input: unknown, context: ControlContext) => Promise<unknown> | AsyncIterable<unknown>;

/** @throws {Problem} `unauthenticated`, or `forbidden` for a publishable key. */
async function storeOf(keys: Pick<KeyRing, 'authenticate'>, request: FastifyRequest): Promise<string> {
  const { storeId, actor } = await keys.authenticate(request.headers.authorization);
  if (actor.kind === 'secret') return storeId;
  throw problem(problems.forbidden, {
    detail: 'The emulator is controlled with a secret key, and this is a publishable one.',
    hint: 'Use the key that begins with hp_sk_; `hp dev` prints it.',
  });
}

/** Aborted when the caller hangs up, or when the server is closed. */
function signalOf(reply: FastifyReply, closing: AbortSignal): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return AbortSignal.any([gone.signal, closing]);
}

/** One route for each control. Their input is validated, and refused, as that of the platform's operations is. */
export function registerControls(server: FastifyInstance, { keys, handlers }: RegisterControlsOptions): void {
  const closing = new AbortController();
  server.addHook('preClose', async () => closing.abort());

  function route(control: Control, handler: AnyHandler): void {
    const [method = 'GET', path = '/'] = control.http.split(' ');
    const compiled = new CompiledOperation(control);
    server.route({
      method,
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      ...(control.maximumBodyBytes === undefined ? {} : { bodyLimit: control.maximumBodyBytes }),
      async handler(request, reply) {
        // Pages of other origins may call the platform; the emulator is not theirs to control.
        reply.removeHeader('access-control-allow-origin');
        const storeId = await storeOf(keys, request);
        const input = compiled.validate(inputOf(compiled, request));
        const answer = handler(input, { storeId, signal: signalOf(reply, closing.signal) });
        if (Symbol.asyncIterator in answer) return sendEvents(reply, answer);
        const body = await answer;
        return reply.header('cache-control', 'no-store').send(body ?? null);
      },
    });
  }

  for (const [id, control] of Object.entries(controls)) {
    // The handler of this very control, whose input was validated by its schema.
    route(control, handlers[id as keyof Controls] as AnyHandler);
  }
}
