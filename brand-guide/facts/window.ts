/** What stands right before and after a value, within its clause. */

const ABBREVIATED =
  /(?:^|[^\p{L}])(?:min|max|approx|incl|reg|ca|disc|тыс|руб|шт|мин|макс|приблиз|maks|s\.d|tgl|jl|gg|kp|λεωφ|οδ|πλ|ул|пл|пр|наб|им|пер)$/u;
const BREAK = /[;!?\n。！？；，,،؛、…|•]|\.(?=\s|$)/u;
const BREAKS = new Set([...';!?\n。！？；，,،؛、…|•'].map((sign) => sign.charCodeAt(0)));
const STOP = 46;
const REACH = 40;

/** Where the last clause of a window begins. */
function lastBreak(window: string): number {
  for (let at = window.length - 1; at >= 0; at -= 1) {
    const sign = window.charCodeAt(at);
    if (BREAKS.has(sign)) return at + 1;
    const isStop = sign === STOP && (at + 1 === window.length || /\s/u.test(window[at + 1] ?? ''));
    if (isStop && !ABBREVIATED.test(window.slice(0, at))) return at + 1;
  }
  return 0;
}

/** The clause's text before `start`, at most a few words. */
export function before(text: string, start: number, reach: number = REACH): string {
  const window = text.slice(Math.max(0, start - reach), start);
  return window.slice(lastBreak(window));
}

/** The clause's text after `end`, at most a few words. */
export function after(text: string, end: number): string {
  const window = text.slice(end, end + REACH);
  const at = window.search(BREAK);
  return at === -1 ? window : window.slice(0, at);
}

const SENTENCE_REACH = 120;

/** The sentence's text before `start`, commas included. */
export function sentenceAhead(text: string, start: number): string {
  const ahead = text.slice(Math.max(0, start - SENTENCE_REACH), start);
  const cut = Math.max(
    ...['\n', '. ', '! ', '? ', '。', '！', '？', '; ', '；'].map((mark) => ahead.lastIndexOf(mark)),
  );
  return ahead.slice(cut + 1);
}

/** The whole clause around a value, commas included: where its label may stand. */
export function clause(text: string, start: number, end: number): string {
  const rest = text.slice(end, end + SENTENCE_REACH);
  const stop = rest.search(/[\n。！？；;!?]|\.(?=\s|$)/u);
  return sentenceAhead(text, start) + text.slice(start, end) + (stop === -1 ? rest : rest.slice(0, stop));
}

const MOST = 4096;
/** Remembers what the words around a value tell: the variants of a campaign say the same clauses over and over. */
export function remembered<Told>(
  tell: (ahead: string, behind: string) => Told,
): (ahead: string, behind: string) => Told {
  const told = new Map<string, { readonly answer: Told }>();
  return (ahead, behind) => {
    const key = `${ahead}\0${behind}`;
    const known = told.get(key);
    if (known) return known.answer;
    const answer = tell(ahead, behind);
    if (told.size >= MOST) told.clear();
    told.set(key, { answer });
    return answer;
  };
}
