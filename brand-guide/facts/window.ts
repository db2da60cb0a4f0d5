/** What stands right before and after a value, within its clause. */

const ABBREVIATED =
  /(?:^|[^\p{L}])(?:min|max|approx|incl|reg|ca|тыс|руб|мин|макс|приблиз|maks|s\.d|tgl|λεωφ|ул)$/u;
const BREAK = /[;!?\n。！？；，,،؛、…|•]|\.(?=\s|$)/gu;
const REACH = 40;

function lastBreak(window: string): number {
  let end = 0;
  for (const match of window.matchAll(BREAK)) {
    const abbreviated = match[0] === '.' && ABBREVIATED.test(window.slice(0, match.index));
    if (!abbreviated) end = match.index + 1;
  }
  return end;
}

/** The clause's text before `start`, at most a few words. */
export function before(text: string, start: number): string {
  const window = text.slice(Math.max(0, start - REACH), start);
  return window.slice(lastBreak(window));
}

/** The clause's text after `end`, at most a few words. */
export function after(text: string, end: number): string {
  const window = text.slice(end, end + REACH);
  const at = window.search(BREAK);
  return at === -1 ? window : window.slice(0, at);
}

/** The whole clause around a value, commas included: where its label may stand. */
export function clause(text: string, start: number, end: number): string {
  const ahead = text.slice(Math.max(0, start - 120), start);
  const cut = Math.max(
    ...['\n', '. ', '! ', '? ', '。', '！', '？', '; ', '；'].map((mark) => ahead.lastIndexOf(mark)),
  );
  const rest = text.slice(end, end + 120);
  const stop = rest.search(/[\n。！？；;!?]|\.(?=\s|$)/u);
  return ahead.slice(cut + 1) + text.slice(start, end) + (stop === -1 ? rest : rest.slice(0, stop));
}
