/** The API document: every path says who may ask, what comes back, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEM_STATUS } from '../../functions/http/problem.ts';
import { ROUTE_REFUSALS } from '../../functions/http/route-refusals.ts';
import { openStage, type Stage } from './stage.ts';

interface Operation {
  readonly summary?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<
    Record<string, { description?: string; content?: Record<string, unknown>; headers?: unknown }>
  >;
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

const OPEN = [
  'GET /connect/{via}',
  'GET /health',
  'POST /connect/{via}',
  'POST /connect/{via}/choose',
  'POST /session',
  'POST /session/link',
];

/** The operations that do not keep the rule; there must be operations that it is about. */
const breaking = (
  about: (operation: Operation, name: string) => boolean,
  keeps: (operation: Operation, name: string) => boolean,
): readonly string[] => {
  const concerned = operations.filter(([name, operation]) => about(operation, name));
  if (concerned.length === 0) return ['no operation'];
  return concerned.filter(([name, operation]) => !keeps(operation, name)).map(([name]) => name);
};
const all = (): boolean => true;
const inWorkspace = (_: Operation, name: string): boolean => name.includes('{ws}');
const refuses = ({ responses }: Operation, ...statuses: readonly string[]): boolean =>
  statuses.every(
    (status) => Object.keys(responses[status]?.content ?? {}).join() === 'application/problem+json',
  );
const takes = ({ parameters = [] }: Operation, header: string): boolean =>
  parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === header);

describe('/openapi.json', () => {
  it.each([
    ['Adapt', []],
    ['AccountLimits', []],
    ['NewAccount', ['id', 'channel', 'name', 'mode', 'locales', 'zone', 'slots']],
  ])('asks of %s no more than the server does', (name, required) => {
    const { components }: { components: { schemas: Record<string, { required?: readonly string[] }> } } =
      JSON.parse(text);
    expect(components.schemas[name]?.required ?? []).toEqual(required);
  });

  it('is OpenAPI 3.1, and every reference in it holds', () => {
    const document: Record<string, unknown> = JSON.parse(text);
    expect(document['openapi']).toBe('3.1.0');
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/gu)].map(([, path = '']) => path);
    expect(references.length).toBeGreaterThan(100);
    const targetOf = (path: string): unknown =>
      path.split('/').reduce<unknown>((node, step) => Reflect.get(Object(node), step), document);
    expect([...new Set(references)].filter((path) => targetOf(path) === undefined)).toEqual([]);
  });

  it('writes patterns that match what they are about', () => {
    const patterns = new Set(
      [...text.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/gu)].map(([, one = '']) => String(JSON.parse(one))),
    );
    const matched = (example: string) =>
      [...patterns].some((pattern) => new RegExp(pattern, 'u').test(example));
    expect([...patterns].filter((pattern) => /\/[a-z]*$/u.test(pattern))).toEqual([]);
    for (const example of ['2027-05-04T09:00', 'el-GR', '09:00', 'northwind-coffee', 'a'.repeat(64)])
      expect(matched(example), example).toBe(true);
  });

  it('says of every path who may ask: anybody, or the bearer of a token', () => {
    const open = operations.filter(([, { security }]) => security?.length === 0).map(([name]) => name);
    expect(open.toSorted((a, b) => a.localeCompare(b))).toEqual(OPEN);
    expect(
      breaking(
        (_, name) => !OPEN.includes(name),
        ({ security }) => JSON.stringify(security) === '[{"bearer":[]}]',
      ),
    ).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    });
  });

  it.each([
    ['has a summary', all, (one: Operation) => Boolean(one.summary)],
    ['has internal errors', all, (one: Operation) => refuses(one, '500')],
    [
      'refuses whom nobody knows',
      (_: Operation, name: string) => !OPEN.includes(name),
      (one: Operation) => refuses(one, '401'),
    ],
    [
      'with a body refuses bad ones',
      (one: Operation) => one.requestBody !== undefined,
      (one: Operation) => refuses(one, '400', '413', '415', '422'),
    ],
    [
      'of a workspace refuses by role and tenant',
      inWorkspace,
      (one: Operation) => refuses(one, '403', '404'),
    ],
    [
      'with If-Match refuses without it',
      (one: Operation) => takes(one, 'if-match'),
      (one: Operation) => refuses(one, '412', '428'),
    ],
    [
      'that creates takes an Idempotency-Key',
      (one: Operation) => '201' in one.responses,
      (one: Operation) => takes(one, 'idempotency-key'),
    ],
    [
      'that puts takes If-Match',
      (_: Operation, name: string) => name.startsWith('PUT '),
      (one: Operation) => takes(one, 'if-match'),
    ],
    [
      'that puts answers an ETag',
      (_: Operation, name: string) => name.startsWith('PUT '),
      (one: Operation) => one.responses['200']?.headers !== undefined,
    ],
  ])('every operation %s', (_, about, keeps) => {
    expect(breaking(about, keeps)).toEqual([]);
  });

  const AT_WALL = ['in-the-past', 'skipped-time', 'repeated-time', 'unknown-zone'] as const;
  const FITS = [
    'not-approved',
    'approval-does-not-cover',
    'disconnected',
    'blocking-findings',
    'not-found',
  ] as const;
  const AT_TIME = ['gap', 'cap', 'quiet-hours', 'offer-over', 'embargo', 'rights-expired'] as const;
  const ENTRY = ['not-in-this-state', 'stale', 'precondition-required'] as const;
  it.each([
    ['POST /workspaces/{ws}/entries', [...AT_WALL, ...FITS, ...AT_TIME, 'no-free-slot', 'key-reused']],
    ['POST /workspaces/{ws}/entries/{e}/move', [...AT_WALL, ...FITS, ...AT_TIME, ...ENTRY]],
    [
      'POST /workspaces/{ws}/entries/{e}/retry',
      [...FITS, ...AT_TIME, ...ENTRY, 'skipped-time', 'in-the-past'],
    ],
    ['POST /workspaces/{ws}/entries/{e}/cancel', [...ENTRY, 'not-found']],
    ['POST /workspaces/{ws}/series', ['invalid-input', 'unknown-zone', 'not-found']],
  ] as const)('lists the very codes that %s refuses with, each at its status', (name, codes) => {
    const found = operations.find(([one]) => one === name);
    const said = (code: keyof typeof PROBLEM_STATUS): string =>
      found?.[1].responses[String(PROBLEM_STATUS[code])]?.description ?? '';
    expect(codes.filter((code) => !said(code).includes(`\`${code}\``))).toEqual([]);
  });

  it('lists codes of operations that there are, each at a status that they answer with', () => {
    const known = new Map(operations);
    const wrong = Object.entries(ROUTE_REFUSALS).flatMap(([name, codes]) =>
      codes
        .filter((code) => {
          const { description = '' } = known.get(name)?.responses[String(PROBLEM_STATUS[code])] ?? {};
          return !description.includes(`\`${code}\``);
        })
        .map((code) => `${name}: ${code}`),
    );
    expect(wrong).toEqual([]);
  });

  it('sends nobody to a route that says nothing', () => {
    expect(text).not.toContain('what the route says');
  });

  it('names every parameter of its path, the workspace on the path itself', () => {
    const named = ({ parameters = [] }: Operation): readonly string[] =>
      parameters.filter((one) => one.in === 'path').map((one) => one.name);
    expect(
      breaking(all, (one, name) => {
        const inPath = [...name.matchAll(/\{([^}]+)\}/gu)].map(([, parameter = '']) => parameter);
        return inPath.filter((parameter) => parameter !== 'ws').join() === named(one).join();
      }),
    ).toEqual([]);
    const { paths } = JSON.parse(text);
    expect(paths['/workspaces/{ws}/guide']).toMatchObject({
      parameters: [{ name: 'ws', in: 'path', required: true }],
    });
  });
});
