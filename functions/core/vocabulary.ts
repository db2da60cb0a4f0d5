/** The closed words of the linter that the API's descriptions share with the domain. */
export { CHANNEL_IDS } from '../../brand-guide/engine/channel.ts';
export { SEVERITIES } from '../../brand-guide/engine/types.ts';
export {
  DATE_ROLES,
  FACT_KINDS,
  FACT_STATES,
  PRICE_ROLES,
  QUALIFIERS,
} from '../../brand-guide/facts/types.ts';
