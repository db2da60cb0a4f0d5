/** Every refusal that the API answers with in any test is one that its document lists for the operation. */
import type { createApp } from '../../functions/http/app.ts';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** What belongs to no operation: a method that there is not, and our own bugs. */
const OF_NO_OPERATION = ['method-not-allowed', 'internal-error'];

export interface Refusal {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly status: number;
  readonly code: string;
}

let known: Promise<ApiDocument> | undefined;

/** The document of any app is that of all. */
export const documentOf = (app: ReturnType<typeof createApp>): Promise<ApiDocument> =>
  (known ??= Promise.resolve(app.request('/openapi.json')).then((answer) => answer.json()));

/** The fewest of its parts are parameters: `/campaigns/propose` before `/campaigns/{c}`. */
const operationAt = ({ paths }: ApiDocument, { method, path }: Refusal): Operation | undefined => {
  const found = Object.keys(paths)
    .filter((one) => new RegExp(`^${one.replaceAll(/\{[^}]+\}/gu, '[^/]+')}$`, 'u').test(path))
    .toSorted((a, b) => a.split('{').length - b.split('{').length);
  const [nearest = ''] = found;
  return paths[nearest]?.[method.toLowerCase()];
};

/** Why the refusal is not as the document says; undefined where it is, and where there is no such operation. */
export const undocumented = (document: ApiDocument, refusal: Refusal): string | undefined => {
  const operation = operationAt(document, refusal);
  const { method, path, status, code } = refusal;
  if (!operation || OF_NO_OPERATION.includes(code)) return undefined;
  const says = operation.responses[String(status)]?.description ?? '';
  return says.includes(`\`${code}\``)
    ? undefined
    : `${method} ${path} refuses with ${status} ${code}, which its document does not list: “${says}”`;
};
