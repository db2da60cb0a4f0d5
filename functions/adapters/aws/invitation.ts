/** An invitation's code: the e-mail and the temporary password that the pool takes once. */

export interface Invitation {
  readonly email: string;
  readonly temporary: string;
}

export const invitationCode = ({ email, temporary }: Invitation): string =>
  Buffer.from(JSON.stringify([email, temporary])).toString('base64url');

/** Undefined when the code is not one. */
export function readInvitation(code: string): Invitation | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(code, 'base64url').toString('utf8'));
    if (!Array.isArray(read)) return undefined;
    const [email, temporary]: readonly unknown[] = read;
    return typeof email === 'string' && typeof temporary === 'string' ? { email, temporary } : undefined;
  } catch {
    return undefined;
  }
}
