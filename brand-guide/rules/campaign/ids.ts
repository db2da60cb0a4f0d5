/** The rules over a campaign by name: what a guide may gate, known without loading them. */
export const CAMPAIGN_RULE_IDS: readonly string[] = ['fact-across-locales', 'verbatim-copy'];
