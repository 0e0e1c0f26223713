/** Where uploaded files lie: a folder in the emulator, S3 hosted. Keys are `storeId/mediaId/filename`. */
export interface FileStore {
  write(key: string, contents: Uint8Array, contentType: string): Promise<void>;
  /** Undefined where there is no such file. */
  read(key: string): Promise<{ readonly contents: Uint8Array; readonly contentType: string } | undefined>;
  delete(key: string): Promise<void>;
}
