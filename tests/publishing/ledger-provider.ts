/** A provider without a network: it takes webhook posts, keeps its own ledger, refuses, tires, and loses answers. */
import * as z from 'zod';
import type { Http, HttpAnswer, HttpCall } from '../../functions/ports/http.ts';

export interface Posted {
  readonly entry: string;
  readonly revision: number;
  readonly hash: string;
}

/** What becomes of the next create call; `lost`: it is made, and its answer is not heard. */
export const FATES = ['refused', 'rate-limited', 'unauthorised', 'not-sent', 'broken', 'lost'] as const;
export type Fate = (typeof FATES)[number];

export interface LedgerProvider {
  readonly http: Http;
  readonly posts: readonly Posted[];
  /** In order, one for each of the next create calls. */
  readonly fate: (fate: Fate) => void;
  readonly calm: () => void;
}

const Body = z.object({ data: z.object({ entry: z.string(), revision: z.number(), hash: z.string() }) });

const answered = (status: number, text = '', headers = {}): HttpAnswer => ({
  is: 'answered',
  status,
  headers,
  text,
});
const ANSWERS: Readonly<Record<Exclude<Fate, 'lost'>, HttpAnswer>> = {
  refused: answered(400, '{"error":"no"}'),
  'rate-limited': answered(429, '', { 'retry-after': '90' }),
  unauthorised: answered(401),
  'not-sent': { is: 'not-sent', reason: 'refused' },
  broken: { is: 'unanswered', reason: 'reset' },
};

/** `onPost` is asked at the very moment of a post what was true then. */
export const ledgerProvider = (onPost: (posted: Posted) => void): LedgerProvider => {
  const posts: Posted[] = [];
  const fates: Fate[] = [];
  const keep = ({ body }: HttpCall): void => {
    const { data } = Body.parse(JSON.parse(typeof body === 'string' ? body : ''));
    posts.push(data);
    onPost(data);
  };
  return {
    posts,
    fate: (fate) => void fates.push(fate),
    calm: () => void fates.splice(0),
    http: {
      call: async (call) => {
        if (call.method !== 'POST') return answered(200);
        const fate = fates.shift();
        if (fate !== undefined && fate !== 'lost') return ANSWERS[fate];
        keep(call);
        return fate === 'lost' ? { is: 'unanswered', reason: 'timed out' } : answered(204);
      },
    },
  };
};
