import { collection, type OutboxEvent, type Store, type StoredDocument } from '../../runtime/store/index.ts';

/** A write load whose every step is known beforehand, so that what must be there after a crash is known too. */
interface Box extends StoredDocument {
  readonly label: string;
  readonly shelves: readonly string[];
}

export const boxes = collection<Box>({
  name: 'boxes',
  indexes: {
    byLabel: {
      version: 1,
      unique: true,
      columns: [{ name: 'label', type: 'text' }],
      keys: (box) => [[box.label]],
    },
    byShelf: {
      version: 1,
      columns: [{ name: 'shelf', type: 'text' }],
      keys: (box) => box.shelves.map((shelf) => [shelf]),
    },
  },
});

export type Boxes = ReadonlyMap<string, { readonly label: string; readonly shelves: readonly string[] }>;

const filler = 'x'.repeat(300);

/** Three boxes a step; every third step relabels one of the step before, every fifth takes one away. */
export async function runStep(store: Store, step: number): Promise<void> {
  await store.transaction(async (writer) => {
    await writer.insertMany(boxes, newBoxes(step));
    if (step % 3 === 2) {
      await writer.update(boxes, `box-${step - 1}-0`, (box) => ({ ...box, ...relabelled(step) }));
    }
    if (step % 5 === 4) await writer.delete(boxes, `box-${step - 1}-1`);
    await writer.append([stepEvent(step)]);
  });
}

/** What a store holds after that many steps. */
export function boxesAfter(steps: number): Boxes {
  const held = new Map<string, { readonly label: string; readonly shelves: readonly string[] }>();
  for (let step = 0; step < steps; step += 1) {
    for (const { id, label, shelves } of newBoxes(step)) held.set(id, { label, shelves });
    if (step % 3 === 2) held.set(`box-${step - 1}-0`, relabelled(step));
    if (step % 5 === 4) held.delete(`box-${step - 1}-1`);
  }
  return held;
}

function newBoxes(step: number) {
  return [0, 1, 2].map((place) => ({
    id: `box-${step}-${place}`,
    label: `label-${step}-${place}-${filler}`,
    shelves: [`shelf-${step % 4}`, 'all'],
  }));
}

function relabelled(step: number) {
  return { label: `relabelled-${step}`, shelves: ['all', 'front'] };
}

function stepEvent(step: number): OutboxEvent {
  const time = '2026-03-01T10:00:00.000Z';
  return { id: `evt_${step}`, type: 'box.stored', subject: `box-${step}`, time, traceId: 'trace', data: {} };
}
