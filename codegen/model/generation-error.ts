/** The contract can not be turned into an SDK. The message names the place and what to do. */
export class GenerationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GenerationError';
  }
}
