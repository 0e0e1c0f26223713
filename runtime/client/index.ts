export {
  type Client,
  type ClientFile,
  type ClientOptions,
  ClientProblem,
  ClientUnreachable,
  createClient,
  toWire,
} from './client.ts';
