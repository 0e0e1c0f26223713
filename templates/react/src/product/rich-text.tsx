import { createElement, Fragment, type ReactNode, useMemo } from 'react';

/**
 * Descriptions are HTML that may come from anywhere: an import, an editor, a marketplace. It is parsed without being
 * run, and only harmless elements are made again, without their attributes; of the others the text remains.
 */
const kept = new Set(
  'p br ul ol li strong b em i u s sub sup small h2 h3 h4 h5 h6 blockquote table thead tbody tr th td dl dt dd hr code'.split(
    ' ',
  ),
);
const dropped = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'noscript',
  'head',
]);
const withoutChildren = new Set(['br', 'hr']);

function safe(node: Node, key: string): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  if (dropped.has(name)) return null;
  if (withoutChildren.has(name)) return createElement(name, { key });
  const children = [...node.childNodes].map((child, index) => safe(child, `${key}.${index}`));
  if (name === 'a') return link(node.getAttribute('href'), key, children);
  // The page has a title of its own.
  const element = name === 'h1' ? 'h2' : name;
  return createElement(kept.has(element) ? element : Fragment, { key }, ...children);
}

function link(href: string | null, key: string, children: readonly ReactNode[]): ReactNode {
  const isSafe = href !== null && /^(https?:|mailto:|tel:|\/(?!\/)|#)/i.test(href);
  if (!isSafe) return createElement(Fragment, { key }, ...children);
  return createElement('a', { key, href, rel: 'noopener' }, ...children);
}

export function RichText({
  html,
  className,
}: {
  readonly html: string;
  readonly className?: string | undefined;
}) {
  const content = useMemo(() => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    return [...body.childNodes].map((node, index) => safe(node, String(index)));
  }, [html]);
  return <div className={className}>{content}</div>;
}
