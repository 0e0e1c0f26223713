import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { loggableAddress } from '../../runtime/gateway/card-numbers/index.ts';
import type { Engine, Store } from '../../runtime/store/port.ts';
import type { ListedSimulator } from './index.ts';
import type { SimulatorContext } from './simulator.ts';

export interface StartSimulatorOptions
  extends Pick<SimulatorContext, 'clock' | 'onNotSimulated' | 'onFailure'> {
  /** One that knows the simulator's collections. */
  readonly engine: Engine;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Adds hooks of the emulator's to a simulator's server, before its routes are there. */
  readonly prepare?: ((server: FastifyInstance, simulator: string) => void) | undefined;
}

export interface RunningSimulator {
  /** What an SDK takes as its base URL: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops answering and finishes what is under way. */
  close(): Promise<void>;
}

interface Loaded {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

async function load(
  simulator: Pick<ListedSimulator, 'load' | 'name'>,
  context: SimulatorContext,
  prepare: StartSimulatorOptions['prepare'],
): Promise<Loaded> {
  const application = Fastify();
  prepare?.(application, simulator.name);
  const stop = (await simulator.load()).register(application, context);
  await application.ready();
  return {
    handle: (request, response) => application.routing(request, response),
    async close() {
      await application.close();
      await stop();
    },
  };
}

/** An address under which this machine answers: "any" is none. */
function reachable(address: string, family: string): string {
  if (address === '0.0.0.0' || address === '::') return '127.0.0.1';
  return family === 'IPv6' ? `[${address}]` : address;
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { address, family, port: taken } = server.address() as AddressInfo;
      resolve(`http://${reachable(address, family)}:${taken}`);
    });
  });
}

/** Answers what was begun; whoever takes longer than this is cut off. */
const patienceMilliseconds = 2000;

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is busy ends after its answer, instead of waiting for another request.
  server.keepAliveTimeout = 1;
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), patienceMilliseconds);
  await closed;
  clearTimeout(cutOff);
}

/** What cannot be loaded is said to whoever asked. */
function refuse(response: ServerResponse, error: unknown): void {
  const message = `The simulator could not be started: ${error instanceof Error ? error.message : String(error)}`;
  response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }));
}

/**
 * Listens at the root of a port of its own, and loads the simulator with the first request, so that one that is not
 * used costs a socket. One that has something to do by itself is loaded at once. Throws `EADDRINUSE` where the port
 * is taken.
 */
export async function startSimulator(
  simulator: Pick<ListedSimulator, 'name' | 'load' | 'hasPendingWork'>,
  { engine, host, port, clock, prepare, onNotSimulated, onFailure }: StartSimulatorOptions,
): Promise<RunningSimulator> {
  const store: Store = engine.store(`simulator:${simulator.name}`);
  let url = '';
  let loading: Promise<Loaded> | undefined;
  const loaded = () => {
    const context = {
      ...{ store, clock, onFailure, url: () => url },
      // An address, or the name of a parameter: whatever was sent by whoever asked.
      onNotSimulated: (what: string) => onNotSimulated(loggableAddress(what)),
    };
    loading ??= load(simulator, context, prepare);
    return loading;
  };
  const server = createServer((request, response) => {
    loaded().then(
      ({ handle }) => handle(request, response),
      (error: unknown) => {
        onFailure(error);
        refuse(response, error);
      },
    );
  });
  url = await listen(server, host, port);
  if (await simulator.hasPendingWork(store)) loaded().catch(onFailure);
  return {
    url,
    async close() {
      await closeServer(server);
      // Where it could not be loaded, that was said; nothing is left to close.
      const running = await loading?.catch(() => undefined);
      await running?.close();
    },
  };
}
