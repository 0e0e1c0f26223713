/** The look of the simulator's pages: our own, in light and dark, and nothing from outside. */
export const style = `
:root {
  color-scheme: light dark;
  --canvas: #f6f7f9; --surface: #ffffff; --line: #e3e6eb; --text: #14181f; --muted: #5a6472;
  --accent: #4f46e5; --on-accent: #ffffff; --warn: #7a4500; --warn-soft: #fdf1de; --bad: #b3261e; --bad-soft: #fdecea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --canvas: #0d1015; --surface: #151920; --line: #2a313c; --text: #e8ebf0; --muted: #98a2b2;
    --accent: #a5a8ff; --on-accent: #14181f; --warn: #f2b45a; --warn-soft: #35270f; --bad: #ff8f85; --bad-soft: #3d1a18;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--text);
  font: 16px / 1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main.wide { max-width: 1024px; } .wide .card { overflow-x: auto; } .wide td { padding-left: 12px; }
.wide th, .wide td { text-align: left; vertical-align: top; }
main { max-width: 480px; margin: 32px auto; padding: 0 16px 32px; }
.simulation { margin: 0; padding: 10px 16px; background: var(--warn-soft); color: var(--warn); text-align: center; font-size: 14px; }
.card { padding: 24px; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; }
h1 { margin: 0 0 4px; font-size: 22px; line-height: 1.3; }
.total { margin: 0 0 16px; font-size: 30px; font-weight: 650; font-variant-numeric: tabular-nums; }
.muted { color: var(--muted); font-size: 14px; }
table { width: 100%; margin: 0 0 16px; border-collapse: collapse; font-size: 14px; }
caption { text-align: left; font-weight: 600; padding-bottom: 4px; }
th { font-weight: 400; text-align: left; padding: 6px 8px 6px 0; }
td { text-align: right; padding: 6px 0; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr { border-top: 1px solid var(--line); }
fieldset { margin: 0 0 16px; padding: 0; border: 0; }
legend, .label { display: block; padding: 0; margin-bottom: 4px; font-weight: 600; font-size: 14px; }
.choice { display: flex; gap: 8px; align-items: center; min-height: 32px; }
.choice input { width: 18px; height: 18px; accent-color: var(--accent); }
input[type="email"] { width: 100%; margin-bottom: 16px; padding: 10px 12px; font: inherit; color: inherit;
  background: var(--canvas); border: 1px solid var(--muted); border-radius: 8px; }
button, .back { display: block; width: 100%; min-height: 44px; margin-top: 8px; padding: 10px 16px; border-radius: 8px;
  font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
.primary { background: var(--accent); color: var(--on-accent); border: 1px solid var(--accent); }
.secondary { background: transparent; color: var(--text); border: 1px solid var(--muted); }
.notice { margin: 0 0 16px; padding: 10px 12px; border-radius: 8px; background: var(--bad-soft); color: var(--bad); font-size: 14px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
