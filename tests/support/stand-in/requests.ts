/** What stand-ins look for in requests. */
import type { Request } from './stand-in.ts';

export const hasBearer = ({ headers }: Request, token: string): boolean =>
  headers.authorization === `Bearer ${token}`;

/** A field of a multipart form that is no file; empty where there is none. */
export const formField = ({ body }: Request, name: string): string =>
  new RegExp(String.raw`name="${name}"\r\n\r\n([\s\S]*?)\r\n--`, 'u').exec(body.toString('utf8'))?.[1] ?? '';
