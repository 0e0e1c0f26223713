import { ImpossibleTransfer, refusalOf, UnreadableFile } from '../../runtime/transfer/index.ts';
import { refused } from '../cli-error.ts';

/** What the transfer itself says of a file or of what was asked for, as an error of the CLI. */
export function explainTransfer(error: unknown, file: string | undefined): unknown {
  if (error instanceof UnreadableFile) {
    return refused(error.code, error.message, {
      fix: error.fix,
      ...(file === undefined
        ? {}
        : { where: error.code === 'not_text' ? { file } : { file, line: error.line } }),
      details: { line: error.line },
    });
  }
  if (error instanceof ImpossibleTransfer) return refused(error.code, error.message, { fix: error.fix });
  const refusal = refusalOf(error);
  if (!refusal) return error;
  return refused(refusal.code, refusal.message, {
    lines: refusal.errors.map(({ pointer, message }) => `${pointer || '/'} ${message}`),
    details: { errors: refusal.errors },
  });
}
