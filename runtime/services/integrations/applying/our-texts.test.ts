import { expect, test } from 'vitest';
import { noteText, reasonText } from './our-texts.ts';

test('a text that fits stays as it is', () => {
  expect(reasonText('Too heavy.')).toBe('Too heavy.');
  expect(noteText('n'.repeat(5000))).toBe('n'.repeat(5000));
});

test('of one that is too long the beginning is kept, and no character is torn', () => {
  expect(reasonText('😀'.repeat(1001))).toBe(`${'😀'.repeat(999)}…`);
  expect(noteText('n'.repeat(5001))).toHaveLength(5000);
});
