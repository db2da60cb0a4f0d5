/** Facts and their mentions: the ten kinds, their values as printed everywhere, and what a text says of them. */
import type { Range } from '../engine/types.ts';
import type { ChannelId } from '../engine/channel.ts';

export const FACT_KINDS = [
  'price',
  'percentage',
  'date',
  'time',
  'code',
  'url',
  'phone',
  'name',
  'quantity',
  'legal',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Amounts are plain decimal strings with exactly the currency's minor digits; currency is ISO 4217. */
export type PriceValue = { readonly amount: string; readonly currency: string } | 'free';
/** `reduction` tells 20% off from 70% cocoa. */
export interface PercentageValue {
  readonly percent: string;
  readonly reduction: boolean;
}

export interface FactValues {
  readonly price: PriceValue;
  readonly percentage: PercentageValue;
  /** `2027-06-12`, or `--06-12` without a year. */
  readonly date: string;
  /** `19:30` */
  readonly time: string;
  readonly code: string;
  /** Absolute, host in lower case, query as written. */
  readonly url: string;
  /** E.164 */
  readonly phone: string;
  readonly name: string;
  /** A decimal string. */
  readonly quantity: string;
  readonly legal: string;
}
export type FactValue = FactValues[FactKind];

export const PRICE_ROLES = [
  'sale',
  'was',
  'saving',
  'per-unit',
  'instalment',
  'fee',
  'threshold',
  'tax',
] as const;
export const DATE_ROLES = ['start', 'end', 'event'] as const;
export type Role = (typeof PRICE_ROLES)[number] | (typeof DATE_ROLES)[number];
export const QUALIFIERS = ['exact', 'from', 'up-to', 'about'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Where a value holds; every list that is present must match. */
export interface Where {
  readonly steps?: readonly string[];
  readonly accounts?: readonly string[];
  readonly channels?: readonly ChannelId[];
  /** `el` covers `el-GR`. */
  readonly locales?: readonly string[];
}

interface FactOf<K extends FactKind> {
  readonly id: string;
  readonly kind: K;
  readonly value: FactValues[K];
  readonly values?: readonly (Where & { readonly value: FactValues[K] })[];
  readonly role?: Role;
  readonly qualifier?: Qualifier;
  /** The nouns that say which one, by locale; `*` for any. */
  readonly label?: Readonly<Record<string, readonly string[]>>;
  /** Texts by locale, for `name` and `legal`. */
  readonly forms?: Readonly<Record<string, readonly string[]>>;
  readonly required?: true | Pick<Where, 'channels' | 'steps'>;
}
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

/** A fact's appearance in a text. One reading: what it says; several: the text is ambiguous; none: unresolved. */
export interface Mention extends Range {
  readonly kind: FactKind;
  readonly text: string;
  readonly readings: readonly FactValue[];
  readonly role?: Role;
  readonly qualifier?: Qualifier;
  readonly label?: string;
  /** A deadline that leaves out the day it names ("before 18 May"), or may (5月18日前); `readings` are as written. */
  readonly day?: 'excluded' | 'open';
  /** Why no value can be given, where `readings` is empty. */
  readonly unresolved?: string;
}

/** A name of the guide, with its further right forms by locale and the forms that are wrong. */
export interface KnownName {
  readonly canonical: string;
  readonly forms?: Readonly<Record<string, readonly string[]>>;
  readonly never?: readonly string[];
}

/** What a reader may know of the campaign around the text. */
export interface ReadingContext {
  readonly locale: string;
  /** Codes searched for exactly, and near misses of them. */
  readonly codes?: readonly string[];
  readonly names?: readonly string[];
  /** Nouns whose numbers are facts, in the forms of the locale; no other number is a quantity. */
  readonly labels?: readonly string[];
  /** Phone numbers that are facts, E.164: their national digits are read as them anywhere. */
  readonly phones?: readonly string[];
  /** Times of day that are facts: they are read in a range of hours too. */
  readonly times?: readonly string[];
  /** Currencies of every price that is a fact: where none is American, a bare `$` is the country's own. */
  readonly currencies?: readonly string[];
  readonly window?: { readonly from: string; readonly to: string };
}

export const FACT_STATES = [
  'stated',
  'carried',
  'missing',
  'conflict',
  'unresolved',
  'unchecked',
  'not-required',
] as const;
export type FactState = (typeof FACT_STATES)[number];
