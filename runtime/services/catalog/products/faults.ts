import { type FieldError, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';

/** Faults found in an input, so that all are told at once. */
export class Faults {
  readonly #found: FieldError[] = [];

  add(pointer: string, message: string): void {
    this.#found.push({ pointer, message });
  }

  get all(): readonly FieldError[] {
    return this.#found;
  }

  /** @throws {Problem} `invalid_input` where any was found. */
  refuse(): void {
    const [first] = this.#found;
    if (!first) return;
    throw problem(problems.invalidInput, {
      detail: `${first.pointer} ${first.message}`,
      errors: this.#found,
    });
  }
}
