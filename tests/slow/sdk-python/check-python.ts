import { execa } from 'execa';
import { newest } from './python-environment.ts';

/** Examples are laid out for those who read them. */
const notExamples = ['--no-cache', '--exclude', 'examples'];

/** What the formatter, the linter and both type checkers complain of in a folder; empty where they do not. */
export async function checkPython(directory: string): Promise<string> {
  const python = await newest.python();
  const inFolder = { cwd: directory, reject: false, all: true, preferLocal: true } as const;
  const results = await Promise.all([
    execa(python, ['-m', 'ruff', 'format', ...notExamples, '--diff', '.'], inFolder),
    execa(python, ['-m', 'ruff', 'check', ...notExamples, '--quiet', '.'], inFolder),
    execa(python, ['-m', 'mypy', '--strict', '--python-version', '3.10', '.'], inFolder),
    execa('pyright', ['--pythonpath', python, '--pythonversion', '3.10', '.'], inFolder),
  ]);
  return results.map((result) => (result.failed ? result.all : '')).join('');
}
