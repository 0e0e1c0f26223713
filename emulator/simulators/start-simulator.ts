import Fastify from 'fastify';
import type { Engine } from '../../runtime/store/port.ts';
import type { Simulator, SimulatorContext } from './simulator.ts';

export interface StartSimulatorOptions
  extends Pick<SimulatorContext, 'clock' | 'onNotSimulated' | 'onFailure'> {
  /** One that knows the simulator's collections. */
  readonly engine: Engine;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
}

export interface RunningSimulator {
  /** What an SDK takes as its base URL: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops answering and finishes what is under way. */
  close(): Promise<void>;
}

/** Starts a simulator at the root of a port of its own. Throws `EADDRINUSE` where the port is taken. */
export async function startSimulator(
  simulator: Simulator,
  { engine, host, port, clock, onNotSimulated, onFailure }: StartSimulatorOptions,
): Promise<RunningSimulator> {
  const server = Fastify({ forceCloseConnections: true });
  let url = '';
  const stop = simulator.register(server, {
    store: engine.store(`simulator:${simulator.name}`),
    ...{ clock, onNotSimulated, onFailure },
    url: () => url,
  });
  const close = async () => {
    await server.close();
    await stop();
  };
  try {
    url = await server.listen({ host, port });
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}
