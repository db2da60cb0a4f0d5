/** What the API document says of itself. */
export const OPEN_API = {
  openapi: '3.1.0',
  info: {
    title: 'Cantus',
    version: '0.1.0',
    description:
      'One campaign message, a voice on every channel. Refusals are RFC 9457 problem documents with a `code`. ' +
      'What changes has an ETag: send it back as If-Match (428 when it is missing, 412 when it is stale). ' +
      'A POST that creates takes an Idempotency-Key. Lists are `{items, next?}`: send `next` as `cursor`.',
  },
};
