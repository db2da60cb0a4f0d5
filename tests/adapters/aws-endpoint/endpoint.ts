/** Any endpoint that speaks as AWS does, such as moto's: `npm run test:aws` starts one and names it in CANTUS_AWS_ENDPOINT. */
import { randomBytes } from 'node:crypto';

export const ENDPOINT = process.env['CANTUS_AWS_ENDPOINT'] ?? '';
export const REGION = 'eu-west-1';
export const ACCESS = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-real-secret-key' };

/** For any client of the SDK. */
export const CLIENT = { endpoint: ENDPOINT, region: REGION, credentials: ACCESS };

/** A name that nothing else at the endpoint has. */
export const fresh = (name: string): string => `${name}-${randomBytes(6).toString('hex')}`;

/** Something that must be there at an endpoint that answered. */
export const given = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The endpoint left out what was asked for');
  return value;
};
