import { setTimeout as wait } from 'node:timers/promises';
import type { StepsContext } from '../../../context/context.ts';
import type { WorkerHost } from '../../../context/service.ts';
import type { Outcome } from '../deliveries/delivery-states.ts';
import { type StoredEndpoint, webhookEndpoints } from '../endpoints/stored-endpoint.ts';
import { holdEndpoint, leaseMilliseconds, releaseEndpoint } from './lease.ts';
import type { Pace } from './pace.ts';
import { sendDelivery } from './send-delivery.ts';
import { type Settled, settle } from './settle.ts';
import type { Slots } from './slots.ts';
import { type DueDelivery, takeDue } from './take-due.ts';

export interface QueueOptions {
  readonly host: WorkerHost;
  readonly storeId: string;
  readonly endpointId: string;
  /** Kept from one run to the next. */
  readonly pace: Pace;
  readonly slots: Slots;
  readonly timeoutMilliseconds: number;
  /** Ends sending at once. */
  readonly signal: AbortSignal;
}

export const workerName = 'webhooks.send';

/** Machine milliseconds for which what was read of an endpoint is taken for true. */
const freshMilliseconds = 1_000;
/** Answers that share a commit, and how long the first of them waits for the others. */
const fullBatch = 64;
const batchMilliseconds = 25;

/**
 * Sends what is due at one endpoint, and nothing of any other: so one that is slow holds up itself alone. It has the
 * endpoint for itself (see `lease.ts`), so which of its deliveries are under way is known here, and is written
 * nowhere: a delivery stays due until what came of it is written, and is sent again after a crash.
 */
export class EndpointQueue {
  readonly #options: QueueOptions;
  /** Read, under way, or waiting to be written down. */
  readonly #taken = new Set<string>();
  readonly #busySubjects = new Set<string>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #chains: (readonly DueDelivery[])[] = [];
  #unsettled: Settled[] = [];
  #settling: Promise<void> | undefined;
  #endGathering: (() => void) | undefined;
  #reading: Promise<void> | undefined;
  #endpoint: { readonly current: StoredEndpoint | undefined; readonly readAt: number } | undefined;
  #context: { readonly current: StepsContext | undefined; readonly madeAt: number } | undefined;
  #leaseUntil = 0;
  #isMoreWanted = true;
  #isEnded = false;
  #sent = 0;
  #failure: { readonly error: unknown } | undefined;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** There may be more than was read. */
  wantMore(): void {
    this.#isMoreWanted = true;
  }

  /** Whether there may be more than it sent. */
  get isMoreWanted(): boolean {
    return this.#isMoreWanted;
  }

  /** Sends until nothing is due; answers how many deliveries were tried, or moved on. */
  async run(): Promise<number> {
    if (!(await this.#hold())) return 0;
    try {
      while (!this.#isEnded) {
        if (this.#isMoreWanted && this.#chains.length < this.#options.pace.concurrency) this.#readAhead();
        this.#beginAll();
        const open = this.#reading ? [...this.#underWay, this.#reading] : this.#underWay;
        if (this.#underWay.size > 0 || this.#reading) await Promise.race(open);
        else if (this.#settling) await this.#settling;
        else if (!this.#isMoreWanted) break;
        if (this.#failure) throw this.#failure.error;
      }
    } finally {
      await this.#reading;
      await Promise.all(this.#underWay);
      await this.#settling;
      await this.#inSteps((context) =>
        releaseEndpoint(context, this.#options.endpointId, this.#options.host),
      );
    }
    return this.#sent;
  }

  /** Undefined where the store is not served here any more. A context serves as long as what was read of the endpoint. */
  async #inSteps<Result>(work: (context: StepsContext) => Promise<Result>): Promise<Result | undefined> {
    const { host, storeId } = this.#options;
    const now = performance.now();
    if (!this.#context || now - this.#context.madeAt > freshMilliseconds) {
      const current = await host.inSteps(storeId, workerName, async (context) => context);
      this.#context = { current, madeAt: now };
    }
    const { current } = this.#context;
    return current && work(current);
  }

  /** Whether this process has the endpoint for longer than an attempt can take. */
  async #hold(): Promise<boolean> {
    const { host, endpointId, timeoutMilliseconds } = this.#options;
    const needed = Math.min(timeoutMilliseconds + 5_000, leaseMilliseconds / 2);
    if (this.#leaseUntil - host.machineClock.now().getTime() > needed) return true;
    const until = await this.#inSteps((context) => holdEndpoint(context, endpointId, host));
    this.#leaseUntil = until ?? 0;
    return until !== undefined;
  }

  async #freshEndpoint(): Promise<StoredEndpoint | undefined> {
    const now = performance.now();
    if (!this.#endpoint || now - this.#endpoint.readAt > freshMilliseconds) {
      const { endpointId } = this.#options;
      const current = await this.#inSteps(({ store }) => store.get(webhookEndpoints, endpointId));
      this.#endpoint = { current, readAt: now };
    }
    const { current } = this.#endpoint;
    return current?.status === 'active' ? current : undefined;
  }

  /** While what was read before is being sent. */
  #readAhead(): void {
    this.#reading ??= this.#read()
      .catch((error: unknown) => {
        this.#failure ??= { error };
        this.#isEnded = true;
      })
      .finally(() => {
        this.#reading = undefined;
      });
  }

  async #read(): Promise<void> {
    this.#isMoreWanted = false;
    // What an earlier run of this queue knew of it is of no use.
    this.#endpoint = undefined;
    if (!(await this.#freshEndpoint())) {
      this.#isEnded = true;
      return;
    }
    const { endpointId } = this.#options;
    // As they are now: what is written down while this is read may be read as it was before.
    const [taken, busySubjects] = [new Set(this.#taken), new Set(this.#busySubjects)];
    const found = await this.#inSteps((context) => takeDue(context, endpointId, taken, busySubjects));
    if (!found) return;
    this.#chains.push(...found.chains);
    for (const { delivery } of found.chains.flat()) {
      this.#taken.add(delivery.id);
      if (delivery.isOrdered) this.#busySubjects.add(delivery.subject);
    }
    for (const { id, until } of found.waiting) {
      this.#taken.add(id);
      this.#note({ deliveryId: id, outcome: { kind: 'waiting', until } });
    }
    if (found.hasMore) this.#isMoreWanted = true;
  }

  #beginAll(): void {
    const { pace } = this.#options;
    while (!this.#isEnded && this.#underWay.size < pace.concurrency) {
      const chain = this.#chains.shift();
      if (!chain) return;
      const work = this.#sendChain(chain)
        .catch((error: unknown) => {
          this.#failure ??= { error };
          this.#isEnded = true;
        })
        .finally(() => this.#underWay.delete(work));
      this.#underWay.add(work);
    }
  }

  /** One after the other; where one fails, those behind it wait as long as it does. */
  async #sendChain(chain: readonly DueDelivery[]): Promise<void> {
    let until: string | undefined;
    for (const [index, { delivery, message }] of chain.entries()) {
      const deliveryId = delivery.id;
      // The subject is free once its last event is written down, and not a moment before.
      const isLast = delivery.isOrdered && index === chain.length - 1;
      const ending = isLast ? { endsSubject: delivery.subject } : {};
      if (until !== undefined) {
        this.#note({ deliveryId, outcome: { kind: 'waiting', until }, ...ending });
        continue;
      }
      const outcome = message
        ? await this.#send(delivery, message)
        : ({ kind: 'lost', error: "The event's data was deleted before it was sent." } as const);
      // It stays due for whoever sends to the endpoint next.
      if (!outcome) return;
      this.#note({ deliveryId, outcome, ...ending });
      if (outcome.kind === 'failed' && outcome.retryAt !== null) until = outcome.retryAt;
      if (outcome.kind === 'gone') return;
    }
  }

  /** Undefined where it was not sent: the endpoint is not this process's any more, or not sent to. */
  async #send(
    delivery: DueDelivery['delivery'],
    message: NonNullable<DueDelivery['message']>,
  ): Promise<Outcome | undefined> {
    const { host, pace, slots, timeoutMilliseconds, signal } = this.#options;
    const endpoint = await this.#freshEndpoint();
    if (!endpoint || this.#isEnded || signal.aborted) {
      this.#isEnded = true;
      return undefined;
    }
    const turn = pace.turnIn(endpoint.rateLimit, performance.now());
    if (turn > 0) await wait(turn, undefined, { signal }).catch(() => undefined);
    const outcome = await slots.run(async () => {
      if (signal.aborted || !(await this.#hold())) return undefined;
      return this.#inSteps((context) =>
        sendDelivery(context, delivery, message, endpoint, { host, timeoutMilliseconds, signal }),
      );
    });
    if (!outcome) this.#isEnded = true;
    else if (outcome.kind === 'delivered') pace.succeeded();
    else pace.failed();
    if (outcome?.kind === 'gone') this.#isEnded = true;
    return outcome;
  }

  #note(settled: Settled): void {
    this.#unsettled.push(settled);
    if (!this.#isMoreToCome()) this.#endGathering?.();
    this.#settling ??= this.#settleAll().finally(() => {
      this.#settling = undefined;
    });
  }

  #isMoreToCome(): boolean {
    return this.#underWay.size > 1 && this.#unsettled.length < fullBatch;
  }

  async #gather(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, batchMilliseconds);
      this.#endGathering = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#endGathering = undefined;
  }

  /** What comes while a batch is being written is the next batch: the faster it comes, the more share a commit. */
  async #settleAll(): Promise<void> {
    const { host, endpointId } = this.#options;
    while (this.#unsettled.length > 0) {
      // Where more is about to come, a commit can wait for it; a single delivery is written down at once.
      if (this.#isMoreToCome()) await this.#gather();
      const batch = this.#unsettled;
      this.#unsettled = [];
      const isOurs = ({ holder }: { holder: string | null }) => !host.isShared || holder === host.instanceId;
      try {
        const isWritten = await this.#inSteps((context) =>
          context.transaction((step) => settle(step, endpointId, batch, isOurs)),
        );
        if (!isWritten) this.#isEnded = true;
        this.#sent += batch.length;
      } catch (error) {
        this.#failure ??= { error };
        this.#isEnded = true;
      }
      for (const { deliveryId, endsSubject } of batch) {
        this.#taken.delete(deliveryId);
        // What came for it meanwhile was left.
        if (endsSubject !== undefined && this.#busySubjects.delete(endsSubject)) this.#isMoreWanted = true;
      }
    }
  }
}
