import type { ReactNode } from 'react';

interface CodeTextProps {
  /** What it is, for those who don't see it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Text of a program, that scrolls where it is long; the keyboard reaches it, so that it can be scrolled. */
export function CodeText({ label, children }: CodeTextProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="body-text" tabIndex={0} aria-label={label}>
      <pre>{children}</pre>
    </section>
  );
}
