import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paymentMoves } from './payment-states.ts';

const page = join(import.meta.dirname, '../../../../docs/explanation/payments.md');

/** The table as a diagram: who moves a payment, and by what. */
function diagram(): string {
  const moves = paymentMoves.map(({ from, to, operation }) => {
    const name = operation.split('.').at(-1);
    return `  ${from} --> ${to}: ${name}`;
  });
  return ['stateDiagram-v2', '  [*] --> pending', ...moves].join('\n');
}

test('the diagram in the documentation is that of the table', () => {
  expect(readFileSync(page, 'utf8')).toContain(`\`\`\`mermaid\n${diagram()}\n\`\`\``);
});
