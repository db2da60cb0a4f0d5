/** Reads what an audience is imported from: CSV with a header, or a JSON object a line. */
import * as z from 'zod';
import { addressHash, merged, readAddress, type Addressee, type PeopleChannel } from './addressee.ts';
import type { AddressHash } from './ids.ts';
import type { Account } from './account.ts';
import { readCsv } from './csv.ts';
import { Refused, type Problem } from './errors.ts';
import { isBefore, millisOf } from './instant.ts';
import type { Tenant } from './tenant.ts';
import { wallOf } from './zone.ts';

export type AudienceSource = { readonly csv: string } | { readonly jsonLines: string };

const COLUMNS = ['address', 'locale', 'zone', 'consentAt', 'consentSource'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Partial<Record<Column, string>>>;

interface Line {
  readonly number: number;
  readonly cells: Cells;
}

const Given = z.strictObject({
  address: z.string(),
  locale: z.string().optional(),
  zone: z.string().optional(),
  consentAt: z.string().optional(),
  consentSource: z.string().optional(),
});

const problemAt = (row: number, column: string, message: string): Problem => ({
  path: `rows[${row}]${column === '' ? '' : `.${column}`}`,
  message: `row ${row}: ${message}`,
});

const isColumn = (name: string): name is Column => COLUMNS.some((one) => one === name);

const csvLines = (text: string): readonly Line[] | readonly [Problem] => {
  const rows = readCsv(text);
  if (!rows) return [problemAt(1, '', 'a quoted field is not closed, or something follows it')];
  const [header, ...rest] = rows;
  const names = header?.fields.map((field) => field.trim()) ?? [];
  const strange = names.find((name) => !isColumn(name));
  if (strange !== undefined || !names.includes('address'))
    return [problemAt(1, '', `expected a header of ${COLUMNS.join(', ')}`)];
  return rest.map(({ line, fields }) => ({
    number: line,
    cells: Object.fromEntries(
      names.flatMap((name, at) => {
        const cell = fields[at]?.trim() ?? '';
        return cell === '' ? [] : [[name, cell]];
      }),
    ),
  }));
};

const objectIn = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const jsonLines = (text: string): readonly (Line | Problem)[] =>
  text.split('\n').flatMap((line, index): (Line | Problem)[] => {
    if (line.trim() === '') return [];
    const read = Given.safeParse(objectIn(line));
    return read.success
      ? [{ number: index + 1, cells: definedOf(read.data) }]
      : [problemAt(index + 1, '', `expected a JSON object of strings: ${COLUMNS.join(', ')}`)];
  });

const definedOf = (given: z.infer<typeof Given>): Cells =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value.trim() !== ''));

const isZone = (zone: string, now: string): boolean => {
  try {
    wallOf(now, zone);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

const isInstant = (text: string): boolean => {
  try {
    millisOf(text);
    return true;
  } catch {
    return false;
  }
};

const SOURCE_CHARACTERS = 200;
const EXPECTED: Readonly<Record<PeopleChannel, string>> = {
  email: 'expected an e-mail address',
  sms: 'expected a telephone number with its country code, such as +306912345678',
  whatsapp: 'expected a telephone number with its country code, such as +306912345678',
};

const consentProblems = ({ number, cells }: Line, now: string): readonly Problem[] => {
  const { consentAt, consentSource } = cells;
  if (consentAt === undefined || consentSource === undefined)
    return [
      problemAt(
        number,
        'consentAt',
        'nobody is written to without their consent: say when and where it was given',
      ),
    ];
  if (!isInstant(consentAt))
    return [problemAt(number, 'consentAt', 'expected ISO 8601 with a zone, such as 2026-12-15T16:00:00Z')];
  if (isBefore(now, consentAt)) return [problemAt(number, 'consentAt', 'expected an instant that is over')];
  return [...consentSource].length > SOURCE_CHARACTERS
    ? [problemAt(number, 'consentSource', `expected at most ${SOURCE_CHARACTERS} characters`)]
    : [];
};

export interface Importing {
  readonly tenant: Tenant;
  readonly account: Account;
  readonly channel: PeopleChannel;
  readonly now: string;
}

const problemsIn = (line: Line, { account, channel, now }: Importing): readonly Problem[] => {
  const { address = '', locale, zone } = line.cells;
  return [
    ...(readAddress(channel, address) === undefined
      ? [problemAt(line.number, 'address', EXPECTED[channel])]
      : []),
    ...(locale === undefined || account.locales.includes(locale)
      ? []
      : [problemAt(line.number, 'locale', `expected one of the account’s: ${account.locales.join(', ')}`)]),
    ...(zone === undefined || isZone(zone, now)
      ? []
      : [problemAt(line.number, 'zone', 'expected an IANA time zone such as Europe/Athens')]),
    ...consentProblems(line, now),
  ];
};

const addresseeOf = ({ cells }: Line, { account, channel, now }: Importing): Addressee => ({
  address: readAddress(channel, cells.address ?? '') ?? '',
  locale: cells.locale ?? account.locales[0] ?? 'en',
  ...(cells.zone !== undefined && { zone: cells.zone }),
  consent: { at: cells.consentAt ?? now, source: cells.consentSource ?? '' },
  state: 'subscribed',
  since: now,
});

export type AudienceRead =
  | { readonly ok: true; readonly rows: number; readonly addressees: ReadonlyMap<AddressHash, Addressee> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Rows of the same address become one. Problems name the row and never the address. */
export const readAudience = (source: AudienceSource, importing: Importing): AudienceRead => {
  const read = 'csv' in source ? csvLines(source.csv) : jsonLines(source.jsonLines);
  const problems = read.flatMap((one) => ('path' in one ? [one] : problemsIn(one, importing)));
  if (problems.length > 0) return { ok: false, problems };
  const lines = read.flatMap((one) => ('path' in one ? [] : [one]));
  const addressees = new Map<AddressHash, Addressee>();
  for (const line of lines) {
    const addressee = addresseeOf(line, importing);
    const hash = addressHash(importing.tenant, importing.account.id, addressee.address);
    const before = addressees.get(hash);
    addressees.set(hash, before ? merged(before, addressee) : addressee);
  }
  return { ok: true, rows: lines.length, addressees };
};
