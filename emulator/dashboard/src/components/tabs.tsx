import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

interface TabsProps<Name extends string> {
  /** What the tabs choose: `How the mail is shown`. */
  readonly label: string;
  /** The tabs by name, in order; the first is open. */
  readonly tabs: Readonly<Record<Name, string>>;
  /** Stands beside the tabs. */
  readonly aside?: ReactNode;
  /** Puts the row of tabs where it belongs: into a head beside a title, say. */
  readonly head?: (tabs: ReactNode) => ReactNode;
  readonly size?: 'small';
  readonly children: (open: Name) => ReactNode;
}

/** Several ways to look at one thing. Left and right go from one to the next, as the pattern of ARIA has it. */
export function Tabs<Name extends string>(props: TabsProps<Name>) {
  const { label, tabs, aside, head = (row) => row, size, children } = props;
  const names = Object.keys(tabs) as Name[]; // the keys that `tabs` is typed with
  const [first] = names;
  const [chosen, setChosen] = useState(first);
  const row = useRef<HTMLDivElement>(null);
  const id = useId();
  if (chosen === undefined) return null;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = names.at((names.indexOf(chosen) + step) % names.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <>
      {head(
        <div className="buttons">
          <div ref={row} className="buttons" role="tablist" aria-label={label} onKeyDown={move}>
            {names.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                className={size === undefined ? 'button' : `button ${size}`}
                data-tab={name}
                tabIndex={name === chosen ? 0 : -1}
                aria-selected={chosen === name}
                aria-controls={id}
                onClick={() => setChosen(name)}
              >
                {tabs[name]}
              </button>
            ))}
          </div>
          {aside}
        </div>,
      )}
      <div id={id} role="tabpanel" aria-label={tabs[chosen]}>
        {children(chosen)}
      </div>
    </>
  );
}
