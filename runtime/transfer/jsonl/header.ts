/** Rises when a file that is written now could not be read by an older version. */
export const exportVersion = 1;

/** The first line of a file: says what it is, whatever it is called. */
export interface ExportHeader {
  readonly headlesspro: 'export';
  readonly version: number;
  /** Name of the store it came from. */
  readonly store?: string;
}

export function isHeader(value: unknown): value is ExportHeader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'headlesspro' in value &&
    value.headlesspro === 'export' &&
    'version' in value &&
    typeof value.version === 'number'
  );
}
