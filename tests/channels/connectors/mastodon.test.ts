import { mastodon } from '../../../functions/channels/mastodon/publish.ts';
import { connectorContract } from '../../contract/connector/connector.ts';
import { mastodonProvider } from '../../support/stand-in/mastodon.ts';

connectorContract({
  connector: mastodon,
  provider: () => mastodonProvider(() => Date.parse('2027-05-04T06:00:02Z')),
  pictures: 'described',
  readBack: 'certain',
});
