/** What happens in a store by itself, as time passes. */
export interface TimedWork {
  /** Works off what is due now, and what comes of it. Answers how much was done. */
  settle(): Promise<Ran>;
  /** When, later than now, there is something to do; undefined where nothing is known of. */
  nextDueAt(): Promise<Date | undefined>;
}

/** How often something was done, by its name. */
export type Ran = Readonly<Record<string, number>>;

export interface Walk {
  /** How many moments the clock stopped at, the last one included. */
  readonly stops: number;
  readonly ran: Ran;
}

export interface WalkOptions {
  readonly from: Date;
  readonly to: Date;
  /** Sets the clock, and lets it stand there. */
  readonly standAt: (time: Date) => Promise<void>;
  readonly works: readonly TimedWork[];
  /** As many moments are stopped at one by one; what is left of the way is gone in as many strides. */
  readonly mostStops?: number;
}

/** Enough for every retry of some dozens of deliveries, and done in seconds. */
const usualMostStops = 500;

/** What one piece of work causes may be for another, and back: a simulator's notice, say. Ends where nothing comes. */
const mostRounds = 10;

function add(total: Record<string, number>, ran: Ran): boolean {
  for (const [name, count] of Object.entries(ran)) total[name] = (total[name] ?? 0) + count;
  return Object.values(ran).some((count) => count > 0);
}

async function settleAll(works: readonly TimedWork[], total: Record<string, number>): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    let isAnyDone = false;
    for (const work of works) isAnyDone = add(total, await work.settle()) || isAnyDone;
    if (!isAnyDone) return;
  }
}

async function nextDue(works: readonly TimedWork[]): Promise<number> {
  const times = await Promise.all(works.map((work) => work.nextDueAt()));
  return Math.min(...times.map((time) => time?.getTime() ?? Number.POSITIVE_INFINITY));
}

/**
 * Takes a clock from one moment at which something is due to the next, and works everything off at each: in order, one
 * thing after the other, and without passing through the times between.
 */
export async function walk(options: WalkOptions): Promise<Walk> {
  const { from, to, standAt, works, mostStops = usualMostStops } = options;
  const end = to.getTime();
  const ran: Record<string, number> = {};
  await standAt(from);
  await settleAll(works, ran);
  let stride = 1;
  let stops = 0;
  for (let now = from.getTime(); now < end; ) {
    if (stops === mostStops) stride = Math.max(1, Math.ceil((end - now) / mostStops));
    now = Math.min(end, Math.max(await nextDue(works), now + stride));
    await standAt(new Date(now));
    await settleAll(works, ran);
    stops += 1;
  }
  return { stops, ran };
}
