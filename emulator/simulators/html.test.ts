import { expect, test } from 'vitest';
import { html } from './html.ts';

test('escapes what is put in, and keeps markup', () => {
  const items = ['<b>', 'x'].map((name) => html`<li title="${name}">${name}</li>`);
  expect(html`<ul>${items}</ul>${null}${false}`.markup).toBe(
    '<ul><li title="&lt;b&gt;">&lt;b&gt;</li><li title="x">x</li></ul>',
  );
});
