/** Reads a campaign as people write it, in a file or in a request, and says with places what is wrong with it. */
import { checkDocument, parseDocument, type ParsedDocument } from '../../brand-guide/schema/document.ts';
import { readablePath, type Path } from '../../brand-guide/schema/document-problem.ts';
import type { CampaignDraft } from './campaign.ts';
import { factsOf } from './campaign-facts.ts';
import type { WrittenCampaign } from './written-campaign.ts';
import { localesOf, stepsOf } from './campaign-steps.ts';
import { localeFault } from '../../brand-guide/schema/known-locale.ts';
import { validate } from './campaign.schema.generated.js';
import { dayExists, windowProblems } from './calendar-window.ts';
import { Complaints } from './complaints.ts';
import { Refused, type Problem } from './errors.ts';
import { instantOf, millisOf } from './instant.ts';
import { slotAt } from './zone.ts';
import { spansOf } from './zone-table.ts';

export type ReadCampaign =
  | { readonly ok: true; readonly campaign: CampaignDraft }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What holds where the document says nothing. */
export interface CampaignDefaults {
  readonly locale?: string | undefined;
  /** IANA */
  readonly zone?: string | undefined;
}

/** YAML (core schema) or JSON. Problems carry path, line and column. Never throws, whatever the text. */
export const readCampaign = (source: string, defaults: CampaignDefaults = {}): ReadCampaign =>
  checked(parseDocument(source), defaults);

/** The same document as a JSON value: problems carry the path alone. */
export const checkCampaign = (value: unknown, defaults: CampaignDefaults = {}): ReadCampaign => {
  const read = checked(valueAsDocument(value), defaults);
  if (read.ok) return read;
  return { ok: false, problems: read.problems.map(({ path, message }) => ({ path, message })) };
};

const NOT_NAMED_FIELDS = { path: '', line: 1, column: 1, message: 'expected named fields, such as `name`' };

const valueAsDocument = (value: unknown): ParsedDocument => ({
  value,
  problems: typeof value === 'object' && value !== null && !Array.isArray(value) ? [] : [NOT_NAMED_FIELDS],
  sourceOf: () => undefined,
  locate: ({ path, message }) => ({ path: readablePath(path), line: 1, column: 1, message }),
});

const isWritten = (value: unknown): value is WrittenCampaign => validate(value);

/** A request's JSON may be nested deeper than a stack is. */
const schemaProblems = (parsed: ParsedDocument): readonly Problem[] => {
  try {
    return checkDocument(parsed, validate);
  } catch (error) {
    if (error instanceof RangeError) return [{ path: '', message: 'the document is nested too deeply' }];
    throw error;
  }
};

const checked = (parsed: ParsedDocument, defaults: CampaignDefaults): ReadCampaign => {
  const problems = schemaProblems(parsed);
  if (problems.length > 0 || !isWritten(parsed.value)) return { ok: false, problems };
  const complaints = new Complaints();
  const campaign = normalised(parsed.value, defaults, parsed, complaints);
  return campaign !== undefined && complaints.problems.length === 0
    ? { ok: true, campaign }
    : { ok: false, problems: complaints.problems.map((problem) => parsed.locate(problem)) };
};

const normalised = (
  written: WrittenCampaign,
  defaults: CampaignDefaults,
  parsed: ParsedDocument,
  complaints: Complaints,
): CampaignDraft | undefined => {
  const zone = zoneOf(written.zone ?? defaults.zone, complaints);
  const momentOf = (moment: string, at: Path): string | undefined =>
    zone === undefined ? undefined : instantAt(moment, zone, at, complaints);
  const locales = localesOf(written, defaults.locale);
  complainOfLocales(written, locales, complaints);
  const steps = stepsOf(written, locales, complaints, momentOf);
  const names = steps.map(({ id }) => id);
  const facts = factsOf(written.facts ?? [], names, parsed.sourceOf, complaints, momentOf);
  const embargo =
    written.embargoUntil === undefined ? undefined : momentOf(written.embargoUntil, ['embargoUntil']);
  complainOfDays(written, complaints);
  const [locale, ...otherLocales] = locales;
  const [step, ...otherSteps] = steps;
  if (locale === undefined) complaints.at([])('the field `locales` is missing');
  if (locale === undefined || step === undefined || zone === undefined) return undefined;
  return {
    ...described(written),
    zone,
    locales: [locale, ...otherLocales],
    facts,
    steps: [step, ...otherSteps],
    ...(embargo === undefined ? {} : { embargoUntil: embargo }),
  };
};

const complainOfLocales = (
  written: WrittenCampaign,
  locales: readonly string[],
  complaints: Complaints,
): void => {
  for (const locale of locales) {
    const fault = localeFault(locale);
    const at = written.locales?.indexOf(locale);
    if (fault !== undefined) complaints.at(at === undefined ? [] : ['locales', at])(fault);
  }
};

const described = (written: WrittenCampaign) => ({
  name: written.name.trim(),
  ...(written.brand === undefined ? {} : { brand: written.brand }),
  ...(written.window === undefined ? {} : { window: written.window }),
  ...(written.journeyStage === undefined ? {} : { journeyStage: written.journeyStage }),
  values: [...new Set(written.values)],
  topics: [...new Set(written.topics)],
  evidence: written.evidence ?? [],
  channels: [...new Set(written.channels)],
  onFailure: written.onFailure ?? ('continue' as const),
});

/** What a refusal says becomes a problem of the document; anything else is a bug. */
const unlessRefused = <T>(attempt: () => T, at: Path, complaints: Complaints): T | undefined => {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    complaints.at(at)(error.message);
    return undefined;
  }
};

const zoneOf = (zone: string | undefined, complaints: Complaints): string | undefined => {
  if (zone === undefined) {
    complaints.at([])('the field `zone` is missing');
    return undefined;
  }
  return unlessRefused(() => spansOf(zone), ['zone'], complaints) && zone;
};

/** A moment without a zone of its own is a wall time in the campaign's. */
const instantAt = (moment: string, zone: string, at: Path, complaints: Complaints): string | undefined =>
  unlessRefused(
    () =>
      /[Z+-]\d{0,2}:?\d{0,2}$/u.test(moment.slice(16))
        ? instantOf(millisOf(moment))
        : slotAt(moment, zone).instant,
    at,
    complaints,
  );

const complainOfDays = ({ window, evidence }: WrittenCampaign, complaints: Complaints): void => {
  for (const { field, message } of window === undefined ? [] : windowProblems(window))
    complaints.at(['window', field])(message);
  for (const [index, { until }] of (evidence ?? []).entries())
    if (until !== undefined && !dayExists(until))
      complaints.at(['evidence', index, 'until'])(`found ${until}, which is no day of the calendar`);
};
