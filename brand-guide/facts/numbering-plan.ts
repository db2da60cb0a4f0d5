/** The numbering plans of the world's countries, from Google's libphonenumber: weighty, so a page loads them when it asks. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import type { NumberingPlan } from './numbering.ts';

const isCountry = (region: string): region is CountryCode => Object.hasOwn(metadata.countries, region);

function parsed(number: string, region?: string): PhoneNumber | undefined {
  const country = region !== undefined && isCountry(region) ? { defaultCountry: region } : {};
  return parsePhoneNumberFromString(number, { ...country, extract: false }, metadata);
}

export const plan: NumberingPlan | undefined = {
  read: (number, region) => {
    const read = parsed(number, region);
    return (
      read && {
        value: read.number,
        isValid: read.isValid(),
        isPossible: read.isPossible(),
        asDialled: read.formatNational().replace(/\D/g, ''),
      }
    );
  },
  print: (value, region) => {
    const read = parsed(value);
    if (!read) return value;
    return read.country === region ? read.formatNational() : read.formatInternational();
  },
  callingCode: (region) => (isCountry(region) ? metadata.countries[region]?.[0] : undefined),
};
