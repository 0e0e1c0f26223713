import { collection, type Index, type NewDocument, type StoredDocument } from './port.ts';

/** What the suites of engines store. */
export interface Lamp extends StoredDocument {
  readonly name: string;
  readonly watts: number;
  readonly codes: readonly string[];
  readonly rooms: readonly string[];
  readonly giver: string | null;
}

export const lamps = collection<Lamp>({ name: 'lamps', indexes: lampIndexes() });
export const sealedLamps = collection<Lamp, 'giver'>({
  ...{ name: 'lamps', sealed: { giver: true }, indexes: lampIndexes() },
});

function lampIndexes(): Readonly<Record<string, Index<Omit<Lamp, 'giver'>>>> {
  return {
    byCode: {
      version: 1,
      unique: true,
      columns: [{ name: 'code', type: 'text' }],
      keys: (lamp) => lamp.codes.map((code) => [code]),
    },
    byRoom: {
      version: 1,
      columns: [
        { name: 'room', type: 'text' },
        { name: 'watts', type: 'integer' },
        { name: 'name', type: 'text' },
      ],
      keys: (lamp) => lamp.rooms.map((room) => [room, lamp.watts, lamp.name]),
    },
    byName: { version: 1, columns: [{ name: 'name', type: 'text' }], keys: (lamp) => [[lamp.name]] },
  };
}

export interface Counter extends StoredDocument {
  readonly value: number;
}

export const counters = collection<Counter>({ name: 'counters', indexes: {} });

export function lamp(id: string, fields: Partial<NewDocument<Lamp>> = {}): NewDocument<Lamp> {
  return {
    id,
    name: `Lamp ${id}`,
    watts: 40,
    codes: [`code-${id}`],
    rooms: ['hall'],
    giver: 'Ada',
    ...fields,
  };
}
