/** The API document: every path says who may ask, what comes back, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

interface Operation {
  readonly summary?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, { content?: Record<string, unknown>; headers?: unknown }>>;
}

let stage: Stage;
let text = '';
let operations: readonly (readonly [name: string, operation: Operation])[] = [];
beforeAll(async () => {
  stage = await openStage();
  text = await (await stage.app.request('/openapi.json')).text();
  const { paths }: { paths: Record<string, Record<string, Operation>> } = JSON.parse(text);
  operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => method !== 'parameters')
      .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  );
});
afterAll(() => stage.close());

const OPEN = ['GET /health', 'POST /session', 'POST /session/link'];
const each = (check: (operation: Operation, name: string) => void): void => {
  expect(operations.length).toBeGreaterThan(40);
  for (const [name, operation] of operations) check(operation, name);
};

/** Parameters of the path itself. */
const shared = (name: string): unknown => JSON.parse(text).paths[name.split(' ')[1] ?? '']?.parameters;

describe('/openapi.json', () => {
  it('is OpenAPI 3.1, and every reference in it holds', () => {
    const document: Record<string, unknown> = JSON.parse(text);
    expect(document['openapi']).toBe('3.1.0');
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/gu)].map(([, path = '']) => path);
    expect(references.length).toBeGreaterThan(100);
    for (const path of new Set(references)) {
      const target = path
        .split('/')
        .reduce<unknown>((node, step) => Reflect.get(Object(node), step), document);
      expect(target, path).toBeDefined();
    }
  });

  it('says of every path who may ask: anybody, or the bearer of a token', () => {
    each(({ security }, name) => expect(security, name).toEqual(OPEN.includes(name) ? [] : [{ bearer: [] }]));
    expect(JSON.parse(text)).toMatchObject({
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    });
  });

  it('gives every path a summary, and its refusals as problem documents', () => {
    each(({ summary, responses, requestBody }, name) => {
      expect(summary, name).toBeTruthy();
      const refusals = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      for (const [status, { content }] of refusals)
        expect(Object.keys(content ?? {}), `${name} ${status}`).toEqual(['application/problem+json']);
      const statuses = refusals.map(([status]) => status);
      expect(statuses, name).toContain('500');
      if (!OPEN.includes(name)) expect(statuses, name).toContain('401');
      if (requestBody) expect(statuses, name).toEqual(expect.arrayContaining(['400', '413', '415', '422']));
      if (name.includes('{ws}')) expect(statuses, name).toEqual(expect.arrayContaining(['403', '404']));
    });
  });

  it('documents If-Match with its refusals, and Idempotency-Key on what creates', () => {
    each(({ parameters = [], responses }, name) => {
      const headers = parameters.filter((one) => one.in === 'header').map((one) => one.name.toLowerCase());
      if (headers.includes('if-match'))
        expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['412', '428']));
      if (name.includes('{ws}') && '201' in responses) expect(headers, name).toContain('idempotency-key');
      if (name.startsWith('PUT ')) {
        expect(headers, name).toContain('if-match');
        expect(responses['200'], name).toHaveProperty('headers.ETag');
      }
    });
  });

  it('names every parameter of its path', () => {
    each(({ parameters = [] }, name) => {
      if (name.includes('{ws}'))
        expect(shared(name), name).toMatchObject([{ name: 'ws', in: 'path', required: true }]);
      const inPath = [...name.matchAll(/\{([^}]+)\}/gu)].map(([, one]) => one);
      const named = parameters.filter((one) => one.in === 'path').map((one) => one.name);
      expect(named.toSorted(), name).toEqual(inPath.filter((one) => one !== 'ws').toSorted());
    });
  });
});
