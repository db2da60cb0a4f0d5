import { mastodon } from '../../../functions/channels/mastodon/publish.ts';
import { connectorContract } from '../../contract/connector/connector.ts';
import { MASTODON_TOKENS } from '../../contract/connector/tokens.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { partsContract } from '../../contract/connector/parts.ts';
import { mastodonProvider } from '../../support/stand-in/mastodon.ts';

const provider = () => mastodonProvider(() => Date.parse('2027-05-04T06:00:02Z'));

connectorContract({
  connector: mastodon,
  provider,
  pictures: 'described',
  tokens: MASTODON_TOKENS,
  readBack: 'certain',
});
partsContract({
  connector: mastodon,
  provider,
  kind: 'thread',
  readBack: 'certain',
  idInUrl: true,
  corrects: ['amend', 'retract'],
});
correctionsContract({ connector: mastodon, provider, kinds: ['amend', 'retract'] });
