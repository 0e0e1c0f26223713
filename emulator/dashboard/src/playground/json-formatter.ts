import { applyEdits, format } from 'jsonc-parser';

/*
 * A plugin for prettier that indents JSON with comments, in place of prettier's own, which brings a whole parser of
 * JavaScript. It stands in for two modules that GraphiQL loads together: `prettier/parser-babel` (parsers) and
 * `prettier/plugins/estree` (printers).
 */
interface JsonText {
  readonly text: string;
}

function indented(text: string): string {
  const edits = format(text, undefined, { tabSize: 2, insertSpaces: true });
  return applyEdits(text, edits).trim();
}

export const parsers = {
  jsonc: {
    astFormat: 'json-text',
    parse: (text: string): JsonText => ({ text }),
    locStart: () => 0,
    locEnd: ({ text }: JsonText) => text.length,
  },
};

export const printers = {
  'json-text': { print: ({ node }: { readonly node: JsonText }) => `${indented(node.text)}\n` },
};
