/** The version of LinkedIn's API that is spoken. */

/**
 * The newest that is documented: https://learn.microsoft.com/en-us/linkedin/marketing/versioning lists September 2026, as
 * https://github.com/n8n-io/n8n/pull/39065 quotes it (2026-09-18). Each is good for a year: this one until September 2027.
 */
export const LINKEDIN_VERSION = '202609';

/** What the header carries. */
export const versionOf = ({ version = LINKEDIN_VERSION }: { readonly version?: string }): string => version;
