/** The link carries the guide's tracking once, and whatever it brought itself. */
import { hold } from './held.ts';

const parametersOf = (link: string): string[] => [...new URL(link).searchParams.keys()];

hold({
  'gives the link each of the guide’s parameters once, and none in an SMS': (said, { input }) => {
    const { channel, guide, message } = input;
    if (guide.links?.utm === undefined || said.link === undefined) return undefined;
    if (channel.spec.id === 'sms') return said.link === message.cta?.url ? [] : [said.link];
    const names = parametersOf(said.link);
    return ['utm_source', 'utm_medium', 'utm_campaign'].filter(
      (name) => names.filter((one) => one === name).length !== 1,
    );
  },

  'keeps address, query and fragment as the message has them': (said, { input }) => {
    const from = new URL(input.message.cta?.url ?? '');
    const to = new URL(said.link ?? '');
    return [
      ...(to.origin + to.pathname === from.origin + from.pathname ? [] : ['address']),
      ...(to.hash === from.hash ? [] : ['fragment']),
      ...(to.search.startsWith(from.search) ? [] : ['query']),
    ];
  },

  'names the channel as the source, unless the link names its own': (said, { input }) => {
    const { channel, guide, message } = input;
    if (guide.links?.utm === undefined || channel.spec.id === 'sms') return undefined;
    const own = new URL(message.cta?.url ?? '').searchParams.get('utm_source');
    const source = new URL(said.link ?? '').searchParams.get('utm_source');
    return source === (own ?? channel.spec.id) ? [] : [source];
  },

  'has no parameters where the guide asks for none': (said, { input }) =>
    input.guide.links?.utm === undefined
      ? said.link === input.message.cta?.url
        ? []
        : [said.link]
      : undefined,
});
