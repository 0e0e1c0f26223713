import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes every value, in text and in attributes', () => {
  const markup = html`<a title="${`"'><script>`}">${'<b>&</b>'}</a>`;
  expect(String(markup)).toBe('<a title="&quot;&#39;&gt;&lt;script&gt;">&lt;b&gt;&amp;&lt;/b&gt;</a>');
});

it('takes markup inside markup as it is', () => {
  const rows = ['1 < 2', '2'].map((text) => html`<td>${text}</td>`);
  expect(String(html`<tr>${rows}</tr>`)).toBe('<tr><td>1 &lt; 2</td><td>2</td></tr>');
});

it('lets no text open a tag or leave an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(String(html`${text}`)).not.toMatch(/[<>"']/);
    }),
  );
});
