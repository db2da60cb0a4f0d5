/** The series' state machine: running, paused, ended. Pure; `wakeAt` is set exactly while it runs. */
import type { EventType } from './events.ts';
import type { Series, SeriesCommand, SeriesState } from './series.ts';
import { requireState, type Transition } from './transition.ts';
import { wallOf } from './zone.ts';

const FROM: Readonly<Record<SeriesCommand['do'], readonly SeriesState[]>> = {
  set: ['running', 'paused'],
  pause: ['running'],
  resume: ['paused'],
  end: ['running', 'paused'],
  finish: ['running'],
  occur: ['running'],
  'look-at': ['running'],
};

/** What passed in the meantime is not made up for. */
const fromNow = (series: Series, now: string): Series => {
  const wall = wallOf(now, series.zone);
  return { ...series, dealtTo: wall > series.dealtTo ? wall : series.dealtTo };
};

const asleep = ({ wakeAt: _woken, ...series }: Series): Series => series;

const became = (
  state: Series,
  type: EventType,
  data: Readonly<Record<string, unknown>> = {},
): Transition<Series> => ({ state, events: [{ type, data }] });

/** @throws Refused `not-in-this-state`. */
export const transitionSeries = (series: Series, command: SeriesCommand, now: string): Transition<Series> => {
  requireState('series', command.do, series.state, FROM[command.do]);
  switch (command.do) {
    case 'set': {
      const set = fromNow({ ...series, ...command.settings }, now);
      return became(set.state === 'running' ? { ...set, wakeAt: now } : set, 'series.changed', {
        ...command.settings,
      });
    }
    case 'pause':
      return became({ ...asleep(series), state: 'paused' }, 'series.paused');
    case 'resume':
      return became({ ...fromNow(series, now), state: 'running', wakeAt: now }, 'series.resumed');
    case 'end':
      return became({ ...asleep(series), state: 'ended' }, 'series.ended', { by: 'a person' });
    case 'finish':
      return became({ ...asleep(series), state: 'ended' }, 'series.ended', { by: 'its rule' });
    case 'occur': {
      const { item } = command;
      return became({ ...series, dealtTo: item.wall, occurred: item.number }, 'series.occurred', { ...item });
    }
    case 'look-at':
      return { state: { ...series, wakeAt: command.at }, events: [] };
  }
};
