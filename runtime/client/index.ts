export {
  type Client,
  type ClientFile,
  type ClientOptions,
  ClientProblem,
  ClientUnreachable,
  createClient,
} from './client.ts';
