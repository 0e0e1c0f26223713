/** What is written of a sandbox beside its file. Readable by the user alone: it holds its keys. */
export interface SandboxRecord {
  /** `sbx_…` */
  readonly id: string;
  readonly name: string;
  /** What it was made from: a snapshot by its name, or a seed. */
  readonly madeFrom: string;
  readonly createdAt: string;
  /** Machine time, also where it is kept. Null where it lives as long as it is used, or kept. */
  readonly expiresAt: string | null;
  /** Seconds without a request after which it goes; null for never. */
  readonly idleSeconds: number | null;
  readonly isKept: boolean;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** The channel that the publishable key shows. */
  readonly channel: string;
  /**
   * Where files lie that it was made with, seen from the folder of all sandboxes, so that the whole can be moved. Not
   * its own: never written to.
   */
  readonly baseFiles: string;
  /** The text of the keys that its personal data is sealed with. */
  readonly encryptionKeys: string;
  /** Which program prepared its file, see `Template`. */
  readonly preparedBy: string;
}

/** When a sandbox goes, in milliseconds of the machine's time; undefined for not by itself. */
export function endOf(
  { expiresAt, idleSeconds, isKept }: Pick<SandboxRecord, 'expiresAt' | 'idleSeconds' | 'isKept'>,
  usedAt: number,
): number | undefined {
  if (expiresAt !== null) return Date.parse(expiresAt);
  return isKept || idleSeconds === null ? undefined : usedAt + idleSeconds * 1000;
}

/** So many seconds from now, by the machine's time. */
export function expiryIn(seconds: number | undefined): string | null {
  return seconds === undefined ? null : new Date(Date.now() + seconds * 1000).toISOString();
}
