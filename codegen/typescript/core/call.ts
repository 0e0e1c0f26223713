/** What a call gives: the data, and the HTTP response it came with. */
export interface ApiAnswer<Data> {
  data: Data;
  /** Its body has been read. */
  response: Response;
}

/** A request under way. Await it for the data, or `withResponse()` for the HTTP response too. */
export class ApiCall<Data> implements Promise<Data> {
  readonly [Symbol.toStringTag] = 'ApiCall';
  readonly #answer: Promise<ApiAnswer<Data>>;

  constructor(answer: Promise<ApiAnswer<Data>>) {
    this.#answer = answer;
  }

  withResponse(): Promise<ApiAnswer<Data>> {
    return this.#answer;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is its purpose.
  then<Result = Data, Failure = never>(
    onFulfilled?: ((data: Data) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.#answer.then(({ data }) => data).then(onFulfilled, onRejected);
  }

  catch<Failure = never>(
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Data | Failure> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<Data> {
    return this.then().finally(onFinally);
  }
}
