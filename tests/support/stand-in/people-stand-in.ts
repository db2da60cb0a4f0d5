/** A provider of messages to people over HTTP: the stand-in with the faults that one message can meet. */
import type { PeopleFault, PeopleProvider } from '../../contract/connector/people.ts';
import { standIn, type Fault, type Route } from './stand-in.ts';

const FAULTS: Readonly<Record<PeopleFault, Fault>> = {
  refused: 'refused',
  unauthorised: 'unauthorised',
  busy: 'rate-limited',
  'lost-before': 'reset-before',
  'lost-after': 'late-after',
};

interface Message {
  readonly to: string;
  readonly text: string;
  readonly id: string;
}

export const peopleStandIn = async (
  routesOf: (delivered: Message[]) => readonly Route[],
  known: Pick<PeopleProvider, 'credentials' | 'wrong'>,
): Promise<PeopleProvider> => {
  const delivered: Message[] = [];
  const stand = await standIn(routesOf(delivered));
  return {
    ...known,
    delivered: () => delivered,
    fault: (fault) => stand.fault(FAULTS[fault]),
    baseUrl: stand.url,
    close: stand.close,
  };
};
