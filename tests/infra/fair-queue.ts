/** A standard queue with message groups, as AWS documents fair queues: quiet groups first; among noisy ones, whoever has least in flight. */
import figures from '../../infra/figures.json' with { type: 'json' };

export interface Grouped {
  readonly group: string;
  /** When the queue shows it. */
  readonly shown: number;
}

interface Group<Message> {
  /** Shown and not handed over. */
  backlog: number;
  inFlight: number;
  /** Since when it has more than its share, while it has a backlog. */
  noisySince: number | undefined;
  /** What waits until no quiet group has anything, the next last. */
  readonly aside: Message[];
}

const { noisyInFlight, noisyShare } = figures.quotas;

export class FairQueue<Message extends Grouped> {
  readonly #messages: Message[];
  readonly #groups = new Map<string, Group<Message>>();
  readonly #noisy = new Set<Group<Message>>();
  readonly #noticedAfter: number;
  #shown = 0;
  #looked = 0;
  #handed = 0;
  #inFlight = 0;

  /** Seconds until the queue notices a noisy group; with `Infinity` it never does, as without groups. */
  constructor(messages: readonly Message[], noticedAfter: number) {
    this.#messages = messages.toSorted((a, b) => a.shown - b.shown);
    this.#noticedAfter = noticedAfter;
  }

  get left(): number {
    return this.#messages.length - this.#handed;
  }

  /** It is handed over as its delay ends. */
  add(message: Message): void {
    let [from, to] = [this.#shown, this.#messages.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#messages[middle]?.shown ?? 0) > message.shown) to = middle;
      else from = middle + 1;
    }
    this.#messages.splice(from, 0, message);
  }

  take(now: number, most: number): readonly Message[] {
    this.#show(now);
    const batch: Message[] = [];
    while (batch.length < most) {
      const next = this.#quiet(now) ?? this.#leastInFlight();
      if (next === undefined) break;
      this.#hand(next, now);
      batch.push(next);
    }
    return batch;
  }

  /** What was taken is done, and no longer in flight. */
  done(batch: readonly Message[]): void {
    for (const { group } of batch) this.#groupOf(group).inFlight -= 1;
    this.#inFlight -= batch.length;
  }

  #groupOf(name: string): Group<Message> {
    const known = this.#groups.get(name);
    if (known) return known;
    const group: Group<Message> = { backlog: 0, inFlight: 0, noisySince: undefined, aside: [] };
    this.#groups.set(name, group);
    return group;
  }

  #show(now: number): void {
    for (let next = this.#messages[this.#shown]; next && next.shown <= now;) {
      this.#groupOf(next.group).backlog += 1;
      this.#shown += 1;
      next = this.#messages[this.#shown];
    }
  }

  /** The next of a quiet group; those of noisy ones before it are put aside. */
  #quiet(now: number): Message | undefined {
    while (this.#looked < this.#shown) {
      const next = this.#messages[this.#looked];
      this.#looked += 1;
      if (next === undefined) return undefined;
      const group = this.#groupOf(next.group);
      const { noisySince } = group;
      if (noisySince === undefined || now - noisySince < this.#noticedAfter) return next;
      group.aside.unshift(next);
      this.#noisy.add(group);
    }
    return undefined;
  }

  #leastInFlight(): Message | undefined {
    let least: Group<Message> | undefined;
    for (const group of this.#noisy)
      if (group.aside.length > 0 && (least === undefined || group.inFlight < least.inFlight)) least = group;
    return least?.aside.pop();
  }

  #hand({ group: name }: Message, now: number): void {
    const group = this.#groupOf(name);
    group.backlog -= 1;
    group.inFlight += 1;
    this.#handed += 1;
    this.#inFlight += 1;
    if (group.backlog === 0) group.noisySince = undefined;
    else if (this.#hasTooMuch(group)) group.noisySince ??= now;
  }

  #hasTooMuch({ inFlight }: Group<Message>): boolean {
    return inFlight >= noisyInFlight.value && inFlight > noisyShare.value * this.#inFlight;
  }
}
