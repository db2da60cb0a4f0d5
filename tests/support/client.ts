/** Talks to the app as one member does: a token, JSON, and the ETag that was read. */
export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: unknown;
}

/** What stands at a path of a JSON value; undefined where the path ends early. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([name]) => name === String(key))?.[1]
        : undefined,
    value,
  );

/** The list at a path; empty where there is none. */
export const listAt = (value: unknown, ...path: readonly (string | number)[]): readonly unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};

export const textAt = (value: unknown, ...path: readonly (string | number)[]): string => {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
};

type Headers = Readonly<Record<string, string>>;

/** Anything that answers requests without a port. */
interface App {
  readonly request: (path: string, init: RequestInit) => Response | Promise<Response>;
}

/** `base` is the workspace's path. */
export const clientOf = (app: App, token: string, base: string) => {
  const ask = async (method: string, path: string, body?: unknown, more: Headers = {}): Promise<Answer> => {
    const yaml = typeof body === 'string';
    const response = await app.request(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': yaml ? 'application/yaml' : 'application/json' }),
        ...more,
      },
      ...(body !== undefined && { body: yaml ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: text ? JSON.parse(text) : null,
    };
  };
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body?: unknown, headers?: Headers) => ask('POST', path, body, headers),
    put: (path: string, body: unknown, headers?: Headers) => ask('PUT', path, body, headers),
    remove: (path: string, headers?: Headers) => ask('DELETE', path, undefined, headers),
  };
};
export type Client = ReturnType<typeof clientOf>;

export const ifMatch = (answer: Answer): Headers => ({ 'if-match': answer.etag ?? '' });
