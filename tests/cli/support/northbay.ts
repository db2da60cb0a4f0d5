/** A small brand with its guide and campaign. */

export const GUIDE = `meta:
  name: { full: Northbay Tea }
  language: en
names:
  - { id: northbay, canonical: Northbay, examples: { accept: [Northbay], reject: [northbay] } }
vocabulary:
  terms:
    - id: cheap
      term: cheap
      status: banned
      use: [good value]
      forms: [{ find: cheap, use: good value }]
      examples: { accept: [Good value], reject: [cheap] }
    - { id: hassle, term: hassle, status: banned }
channels:
  sms: { hashtags: { max: 0 } }
`;

export const CAMPAIGN = `name: First flush
window: { from: 2027-04-01, to: 2027-04-30 }
zone: Europe/London
locales: [en-GB, el-GR]
channels: [instagram, x, sms, linkedin]
facts:
  - { id: price, kind: price, value: { amount: 12.50, currency: EUR }, required: true }
  - { id: shop, kind: url, value: "https://northbay.example/flush", required: true }
messages:
  en-GB:
    headline: The first flush is here
    body: A tin of it is €12.50 this April.
    cta: { text: Find your tin, url: "https://northbay.example/flush" }
    media: [{ file: tin.jpg, alt: A tin of tea }]
  el-GR:
    headline: Ήρθε η πρώτη συγκομιδή
    body: Ένα κουτί κοστίζει 12,50 € τον Απρίλιο.
    cta: { text: Βρες το, url: "https://northbay.example/flush" }
    media: [{ file: tin.jpg, alt: Ένα κουτί τσάι }]
`;
