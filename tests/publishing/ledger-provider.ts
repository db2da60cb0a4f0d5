/** Providers without a network, which keep their own ledger, refuse, tire, and lose answers: a webhook and a Mastodon instance. */
import * as z from 'zod';
import type { Http, HttpAnswer, HttpCall } from '../../functions/ports/http.ts';

export interface Posted {
  readonly entry: string;
  readonly revision: number;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly shown: boolean;
}

/** What becomes of the next create call; `lost`: it is made, and its answer is not heard. */
export const FATES = ['refused', 'rate-limited', 'unauthorised', 'not-sent', 'broken', 'lost'] as const;
export type Fate = (typeof FATES)[number];

/** In order, one for each of the next create calls. */
export interface Fates {
  readonly fate: (fate: Fate) => void;
  readonly calm: () => void;
}

export interface LedgerProvider extends Fates {
  /** The next picture that comes is worked on for ever, calm or not. */
  readonly pend: () => void;
  /** Its list lacks the newest posts for so many looks. */
  readonly lag: (looks: number) => void;
  readonly http: Http;
  readonly posts: readonly Posted[];
}

const Hook = z.object({ data: z.object({ entry: z.string(), revision: z.number() }) });
const Status = z.object({ status: z.string() });
const KEY_MILLISECONDS = 3_600_000;

const answered = (status: number, text = '', headers = {}): HttpAnswer => ({
  is: 'answered',
  status,
  headers,
  text,
});
const json = (value: unknown): HttpAnswer => answered(200, JSON.stringify(value));

const ANSWERS: Readonly<Record<Exclude<Fate, 'lost'>, HttpAnswer>> = {
  refused: answered(400, '{"error":"no"}'),
  'rate-limited': answered(429, '', { 'retry-after': '90' }),
  unauthorised: answered(401),
  'not-sent': { is: 'not-sent', reason: 'refused' },
  broken: { is: 'unanswered', reason: 'reset' },
};

const bodyOf = ({ body }: HttpCall): unknown => JSON.parse(typeof body === 'string' ? body : '');

const statusOf = (posted: Posted, index: number) => ({
  id: String(index),
  url: `https://harbour.social/@tea/${index}`,
  content: posted.text,
  created_at: new Date(posted.at).toISOString(),
});

/** As Mastodon does: within the hour a key that was used answers with its first status. */
const postStatus = (posts: Posted[], call: HttpCall, at: number): { answer: HttpAnswer; posted?: Posted } => {
  const [, entry = '', revision = ''] = /^(.*)-(\d+)$/u.exec(call.headers?.['idempotency-key'] ?? '') ?? [];
  const same = (one: Posted): boolean =>
    one.shown && one.entry === entry && one.revision === Number(revision) && at - one.at < KEY_MILLISECONDS;
  const before = posts.findIndex(same);
  const first = posts[before];
  if (first) return { answer: json(statusOf(first, before)) };
  const text = Status.parse(bodyOf(call)).status;
  const posted = { entry, revision: Number(revision), text, at, shown: true };
  return { posted, answer: json(statusOf(posted, posts.push(posted) - 1)) };
};

const postHook = (posts: Posted[], call: HttpCall, at: number): { answer: HttpAnswer; posted: Posted } => {
  const posted = { ...Hook.parse(bodyOf(call)).data, text: '', at, shown: false };
  posts.push(posted);
  return { posted, answer: answered(204) };
};

/** How many of the newest a list lacks that lags. */
const LACKS = 2;

const read = (posts: readonly Posted[], { url }: HttpCall, lags: boolean): HttpAnswer => {
  const kept = posts.flatMap((one, index) => (one.shown ? [statusOf(one, index)] : []));
  const all = lags ? kept.slice(0, -LACKS) : kept;
  if (url.endsWith('/verify_credentials')) return json({ id: '7', acct: 'tea', statuses_count: all.length });
  const before = new URL(url).searchParams.get('max_id');
  const older = before === null ? all : all.filter(({ id }) => Number(id) < Number(before));
  return json(older.toReversed().slice(0, 40));
};

/** Pictures are ready at once, but for those that never are. */
const pictures = () => {
  const never = new Set<string>();
  let [made, pending] = [0, 0];
  return {
    pend: () => void (pending += 1),
    upload: (): HttpAnswer => {
      const id = String((made += 1));
      if (pending > 0) never.add(id);
      pending = Math.max(0, pending - 1);
      return answered(202, JSON.stringify({ id }));
    },
    look: (url: string): HttpAnswer => {
      const id = url.split('/').at(-1) ?? '';
      return answered(never.has(id) ? 206 : 200, JSON.stringify({ id }));
    },
  };
};

export const fatesOf = (): Fates & { readonly next: () => Fate | undefined } => {
  const fates: Fate[] = [];
  return {
    next: () => fates.shift(),
    fate: (fate) => void fates.push(fate),
    calm: () => void fates.splice(0),
  };
};

/** `onPost` is asked at the very moment of a post. `now` is everybody's clock. */
export const ledgerProvider = (now: () => string, onPost: (posted: Posted) => void): LedgerProvider => {
  const posts: Posted[] = [];
  const fates = fatesOf();
  const media = pictures();
  let lagging = 0;
  return {
    ...fates,
    calm: () => {
      lagging = 0;
      fates.calm();
    },
    lag: (looks) => {
      lagging = looks;
    },
    pend: media.pend,
    posts,
    http: {
      call: async (call) => {
        if (call.url.includes('/api/v1/media/')) return media.look(call.url);
        if (call.method !== 'POST') {
          const lags = lagging > 0;
          if (lags && call.url.includes('/statuses')) lagging -= 1;
          return read(posts, call, lags);
        }
        if (call.url.endsWith('/api/v2/media')) return media.upload();
        const fate = fates.next();
        if (fate !== undefined && fate !== 'lost') return ANSWERS[fate];
        const post = call.url.endsWith('/statuses') ? postStatus : postHook;
        const { answer, posted } = post(posts, call, Date.parse(now()));
        if (posted) onPost(posted);
        return fate === 'lost' ? { is: 'unanswered', reason: 'timed out' } : answer;
      },
    },
  };
};
