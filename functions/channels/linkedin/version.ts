/** The version of LinkedIn's API that is spoken. */

/** https://learn.microsoft.com/en-us/linkedin/marketing/versioning (stored copy, 2026-11-21) */
export const LINKEDIN_VERSION = '202511';
