/** The numbering plans in use: all of them, save in a page that has not loaded them. */
import { plan } from './numbering-plan.ts';

export interface ReadNumber {
  /** E.164 */
  readonly value: string;
  readonly isValid: boolean;
  /** The number has a length of its country's numbers. */
  readonly isPossible: boolean;
  /** The digits that people of the country dial, with what they dial before them at home. */
  readonly asDialled: string;
}

export interface NumberingPlan {
  /** Digits as dialled in the region, or after a `+`; undefined where they are no phone number at all. */
  readonly read: (number: string, region?: string) => ReadNumber | undefined;
  /** An E.164 number as people of the region expect it. */
  readonly print: (value: string, region?: string) => string;
  /** `30` for GR. */
  readonly callingCode: (region: string) => string | undefined;
}

/** Without plans only numbers after a `+` can be read, and nothing tells whether they exist. */
const WITHOUT: NumberingPlan = {
  read: (number) => {
    const value = number.replace('(0)', '').replace(/[^\d+]/g, '');
    const isPossible = /^\+[1-9]\d{7,14}$/.test(value);
    return { value, isValid: isPossible, isPossible, asDialled: value };
  },
  print: (value) => value,
  callingCode: () => undefined,
};

let inUse: NumberingPlan = plan ?? WITHOUT;

export const numbering = (): NumberingPlan => inUse;
export const useNumbering = (loaded: NumberingPlan): void => void (inUse = loaded);
