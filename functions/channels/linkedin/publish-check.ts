/** Whether LinkedIn takes the token, and still speaks the version that posts are made in. */
import * as z from 'zod';
import type { Given, Health } from '../../ports/publisher.ts';
import { healthOf, readJson, reasonOf } from '../publishing/answers.ts';
import { isOutdated, linkedinCall as call, ownerOf } from './publish-call.ts';

const Me = z.object({ name: z.string() });

/** Who it is, is asked for without a version; whether the posts may be listed is another scope's matter. */
export async function check(given: Given): Promise<Health> {
  const answer = await call(given, 'GET', '/v2/userinfo');
  const me = Me.safeParse(readJson(answer)).data;
  if (!me) return healthOf(answer, undefined);
  const author = encodeURIComponent(ownerOf(given));
  const versioned = await call(given, 'GET', `/rest/posts?author=${author}&q=author&count=1`);
  return isOutdated(versioned) ? { is: 'refused', reason: reasonOf(versioned) } : { is: 'well', as: me.name };
}
