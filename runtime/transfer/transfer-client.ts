import type { FieldError } from '../contract/problem.ts';

/**
 * How a transfer reaches the platform: its operations by id, over REST (`runtime/client`) or in process. A refusal
 * is thrown as an error with a `code`, and with `errors` where places of the input are at fault.
 */
export interface TransferClient {
  execute(
    operationId: string,
    input: Readonly<Record<string, unknown>>,
    file?: TransferFile,
  ): Promise<unknown>;
}

/** An export also takes files out. */
export interface ExportClient extends TransferClient {
  /** The bytes of a media file, by the `url` that the platform gives for it. */
  download(url: string): Promise<Uint8Array>;
  /** The whole address of a media file. */
  fileUrl(url: string): Promise<string>;
}

export interface TransferFile {
  readonly contentType: string;
  readonly contents: Uint8Array;
}

export interface RefusedCall {
  readonly code: string;
  readonly message: string;
  readonly errors: readonly FieldError[];
}

/** What both kinds of refusal have: `Problem` in process, `ClientProblem` over REST. */
interface RefusalShape extends Error {
  readonly code: string;
  readonly status?: number;
  readonly definition?: { readonly status: number };
  readonly occurrence?: { readonly errors?: readonly FieldError[] };
  readonly errors?: readonly FieldError[];
}

/** A refusal by the platform, whichever way it came; undefined for a fault of ours or of the machine. */
export function refusalOf(error: unknown): RefusedCall | undefined {
  if (!(error instanceof Error) || (error.name !== 'Problem' && error.name !== 'ClientProblem')) {
    return undefined;
  }
  const refusal = error as RefusalShape; // by its name
  if ((refusal.status ?? refusal.definition?.status ?? 500) >= 500) return undefined;
  const errors = refusal.occurrence?.errors ?? refusal.errors ?? [];
  return { code: refusal.code, message: refusal.message, errors };
}

/** Every item of a list operation, page by page. */
export async function* listAll<Item>(
  client: TransferClient,
  operationId: string,
  input: Readonly<Record<string, unknown>> = {},
): AsyncGenerator<Item> {
  let after: string | null = null;
  do {
    // The list operations of the contract answer with a page.
    const page = (await client.execute(operationId, {
      ...input,
      pageSize: 100,
      ...(after === null ? {} : { after }),
    })) as { readonly data: readonly Item[]; readonly page: { readonly next: string | null } };
    yield* page.data;
    after = page.page.next;
  } while (after !== null);
}
