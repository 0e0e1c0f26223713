import { chooseDriver, type EncryptionKeys, placeOf, sealedPlace } from '../../../runtime/store/index.ts';
import { Journal } from './journal.ts';
import { JournalFile, type JournalLimits } from './journal-file.ts';

export interface OpenJournalOptions {
  readonly path: string;
  /** What is kept of requests and events is sealed with the first. */
  readonly encryptionKeys: () => EncryptionKeys;
  readonly onFailure: (error: unknown) => void;
  readonly limits?: JournalLimits;
}

const usualLimits: JournalLimits = { entriesOfStore: 20_000, bytes: 200 * 1024 * 1024 };

/** A journal whose file is opened when there is something to write or to read, and not while the emulator starts. */
export function openJournal({
  path,
  encryptionKeys,
  onFailure,
  limits = usualLimits,
}: OpenJournalOptions): Journal {
  return new Journal({
    onFailure,
    open: async () => {
      const [first] = encryptionKeys();
      const seal = sealedPlace(first, placeOf('journal'));
      return new JournalFile({ driver: await chooseDriver(), path, seal, limits });
    },
  });
}
