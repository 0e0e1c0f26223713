import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Clock } from '../../runtime/context/context.ts';
import { loggableAddress } from '../../runtime/gateway/card-numbers/index.ts';
import type { Engine } from '../../runtime/store/port.ts';
import { mainStoreId, simulatedStoreId } from '../sandboxes/store-place.ts';
import type { ListedSimulator } from './index.ts';
import { type SendNoticeOf, sendNotice } from './send-notice.ts';
import type { Simulator, SimulatorContext, SimulatorSession, SimulatorWork } from './simulator.ts';
import { credentialFor, ownHook, storeOf, takeStore } from './which-store.ts';

export type PrepareSimulator = (
  server: FastifyInstance,
  simulator: Pick<Simulator, 'name' | 'troubleBody'>,
  /** The store or sandbox that a request is for. */
  storeOf: (request: FastifyRequest) => string,
) => void;

export interface StartSimulatorOptions extends Pick<SimulatorContext, 'onNotSimulated' | 'onFailure'> {
  /** One that knows the simulator's collections. */
  readonly engine: Engine;
  readonly clockOf: (storeId: string) => Clock;
  /** Whether there is such a sandbox; there is none unless given. */
  readonly hasSandbox?: (storeId: string) => Promise<boolean>;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Adds hooks of the emulator's to a simulator's server, before its routes are there. */
  readonly prepare?: PrepareSimulator | undefined;
  /** How what a simulator tells a webhook by itself is sent; straight unless given. */
  readonly sendNotice?: SendNoticeOf | undefined;
}

export interface RunningSimulator {
  /** What an SDK takes as its base URL: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Loads it for a store that has something pending, so that it happens though nobody asks. */
  resume(storeId: string): Promise<void>;
  /** Does what it has to do by itself for a store until now. Answers how many things that were. */
  settle(storeId: string): Promise<number>;
  /** When, by the store's clock, it next does something by itself; undefined where nothing is pending. */
  nextDueAt(storeId: string): Promise<Date | undefined>;
  /** Ends what it does for a store by itself, unless something is pending there. Answers whether it ended. */
  rest(storeId: string): Promise<boolean>;
  /** Ends what it does for a store that is being removed. */
  leave(storeId: string): Promise<void>;
  /** Stops answering and finishes what is under way. */
  close(): Promise<void>;
}

interface Loaded {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Begins what it does for a store by itself, unless that was begun. */
  begin(storeId: string): SimulatorWork;
  stop(storeId: string): Promise<void>;
  close(): Promise<void>;
}

async function load(
  listed: Pick<ListedSimulator, 'load'>,
  contextFor: (storeId: string) => SimulatorContext,
  prepare: PrepareSimulator | undefined,
): Promise<Loaded> {
  const simulator: Simulator = await listed.load();
  const application = Fastify();
  const sessions = new Map<string, SimulatorSession & { readonly work: SimulatorWork }>();
  const stores = new WeakMap<IncomingMessage, string>();

  function sessionOfStore(storeId: string) {
    const known = sessions.get(storeId);
    if (known) return known;
    const context = contextFor(storeId);
    const work = simulator.startWork(context);
    const session = { context, work, wake: () => work.wake() };
    sessions.set(storeId, session);
    return session;
  }

  async function stop(storeId: string): Promise<void> {
    const session = sessions.get(storeId);
    sessions.delete(storeId);
    await session?.work.stop();
  }

  const storeOfRequest = ({ raw }: FastifyRequest) => stores.get(raw) ?? mainStoreId;
  prepare?.(application, simulator, storeOfRequest);
  simulator.register(application, (request: FastifyRequest) => sessionOfStore(storeOfRequest(request)));
  await application.ready();
  return {
    handle(request, response) {
      stores.set(request, takeStore(request));
      application.routing(request, response);
    },
    begin: (storeId) => sessionOfStore(storeId).work,
    stop,
    async close() {
      await application.close();
      await Promise.all([...sessions.keys()].map(stop));
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
function refuse(response: ServerResponse, status: number, message: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: { message } }));
}

/**
 * Listens at the root of a port of its own, and loads the simulator with the first request, so that one that is not
 * used costs a socket. One that has something to do by itself is loaded at once. Throws `EADDRINUSE` where the port
 * is taken.
 */
export async function startSimulator(
  simulator: Pick<ListedSimulator, 'name' | 'load' | 'hasPendingWork'>,
  options: StartSimulatorOptions,
): Promise<RunningSimulator> {
  const { engine, host, port, clockOf, onNotSimulated, onFailure, hasSandbox = async () => false } = options;
  let url = '';
  let loading: Promise<Loaded> | undefined;
  const loaded = () => {
    const contextFor = (storeId: string): SimulatorContext => ({
      store: engine.store(simulatedStoreId(simulator.name, storeId)),
      clock: clockOf(storeId),
      url: () => (storeId === mainStoreId ? url : `${url}/${storeId}`),
      marked: (credential) => credentialFor(storeId, credential),
      address: (webhookUrl) => ownHook(webhookUrl, simulator.name, storeId),
      sendNotice: (notice) => options.sendNotice?.(storeId, simulator.name, notice) ?? sendNotice(notice),
      onFailure,
      // An address, or the name of a parameter: whatever was sent by whoever asked.
      onNotSimulated: (what) => onNotSimulated(loggableAddress(what)),
    });
    loading ??= load(simulator, contextFor, options.prepare);
    return loading;
  };
  const isPending = (storeId: string) =>
    simulator.hasPendingWork(engine.store(simulatedStoreId(simulator.name, storeId)));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const storeId = storeOf(request);
    if (storeId !== mainStoreId && !(await hasSandbox(storeId)))
      return refuse(response, 401, `There is no sandbox ${storeId}: it was deleted, or it has expired.`);
    (await loaded()).handle(request, response);
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      onFailure(error);
      const reason = error instanceof Error ? error.message : String(error);
      refuse(response, 500, `The simulator could not be started: ${reason}`);
    });
  });
  url = await listen(server, host, port);
  const workOf = async (storeId: string) =>
    (await isPending(storeId)) ? (await loaded()).begin(storeId) : undefined;
  if (await isPending(mainStoreId)) {
    loaded()
      .then(({ begin }) => begin(mainStoreId))
      .catch(onFailure);
  }
  return {
    url,
    async resume(storeId) {
      await workOf(storeId);
    },
    settle: async (storeId) => (await workOf(storeId))?.settle() ?? 0,
    nextDueAt: async (storeId) => (await workOf(storeId))?.nextDueAt(),
    async rest(storeId) {
      if (!loading) return true;
      if (await isPending(storeId)) return false;
      await (await loading).stop(storeId);
      return true;
    },
    async leave(storeId) {
      await (await loading)?.stop(storeId);
    },
    async close() {
      await closeServer(server);
      // Where it could not be loaded, that was said; nothing is left to close.
      const running = await loading?.catch(() => undefined);
      await running?.close();
    },
  };
}
