/** The one stylesheet of the server's own pages. */
export const PAGE_CSS = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c1a17, #eeeae3);
  --soft: light-dark(#645d53, #aaa195);
  --paper: light-dark(#faf8f4, #171513);
  --card: light-dark(#ffffff, #211e1b);
  --line: light-dark(#e3ddd2, #3a352f);
  --accent: light-dark(#0b5c4a, #5fc9ae);
}
* { box-sizing: border-box; }
body {
  margin: 0; color: var(--ink); background: var(--paper);
  font: 16px/1.55 system-ui, 'Noto Sans', sans-serif;
}
header {
  display: flex; justify-content: space-between; gap: 1rem; align-items: baseline;
  padding: 1rem max(1rem, calc(50vw - 24rem)); border-bottom: 1px solid var(--line);
}
main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
a { color: var(--accent); }
nav a { margin-inline-start: 1rem; }
.brand { font-weight: 700; text-decoration: none; letter-spacing: .02em; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0 1rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.soft, dt, small { color: var(--soft); }
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
  padding: 1rem 1.25rem; margin: 0 0 1rem;
}
.card > header { all: unset; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; font-size: .875rem; color: var(--soft); }
.badge {
  font-size: .75rem; font-weight: 700; letter-spacing: .06em; padding: .1rem .5rem; border-radius: 1rem;
  border: 1px solid var(--accent); color: var(--accent);
}
.channel { font-weight: 700; color: var(--ink); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .75rem 0 0; }
.field { font-size: .75rem; color: var(--soft); margin: .75rem 0 -.5rem; }
.media { font-size: .875rem; color: var(--soft); margin: .75rem 0 0; padding-inline-start: 1.25rem; }
form { display: grid; gap: .75rem; max-width: 26rem; }
label { display: grid; gap: .25rem; font-weight: 600; }
input, button { font: inherit; padding: .5rem .75rem; border-radius: .5rem; border: 1px solid var(--line); color: inherit; background: var(--card); }
button { background: var(--accent); color: var(--paper); border-color: transparent; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.refusal { border-inline-start: 4px solid light-dark(#a12a1f, #ff8b7e); padding-inline-start: .75rem; }
pre, code { font: .875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line); }
summary { cursor: pointer; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
summary::before { content: '▸'; color: var(--soft); }
details[open] > summary::before { content: '▾'; }
.method { font: 700 .75rem/1.5 ui-monospace, monospace; color: var(--accent); min-width: 3.5rem; }
`;
