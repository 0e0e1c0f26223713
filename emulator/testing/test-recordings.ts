/** How far recording or replaying is. */
export interface TestRecordingState {
  readonly mode: 'off' | 'recording' | 'replaying';
  /** How many calls were recorded, or answered from the recording. */
  readonly calls: number;
  /** How many calls of the recording nobody made yet. */
  readonly unused: number;
  /** Calls that are not in the recording, each with the closest that is. */
  readonly unmatched: string[];
}

/** What this store asks Stripe and PayPal, written to a file and answered from one, as `hp recordings` does. */
export interface TestRecordings {
  /** Records from now on; secrets and personal data are left out as they come. */
  start(): Promise<void>;
  /**
   * Answers from a file from now on: nobody is asked.
   *
   * @example
   * await store.recordings.replay(new URL('./checkout.recording.json', import.meta.url));
   * const order = await store.given.order();
   * await store.recordings.stop();
   */
  replay(file: string | URL): Promise<void>;
  /** How far it is. */
  show(): Promise<TestRecordingState>;
  /**
   * Ends it. What was recorded goes to `file`, which must not be there unless `replace` says so: it goes on where it can't
   * be kept. After a replay it throws `NotRecorded` where something was asked that is not in the recording.
   */
  stop(file?: string | URL, options?: { readonly replace?: boolean }): Promise<TestRecordingState>;
}

/** Something was asked in a replay that is not in the recording; says what is closest. */
export class NotRecorded extends Error {
  readonly unmatched: readonly string[];

  constructor(unmatched: readonly string[]) {
    super(unmatched.join('\n'));
    this.name = 'NotRecorded';
    this.unmatched = unmatched;
  }
}
