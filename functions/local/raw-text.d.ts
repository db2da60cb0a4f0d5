/** Files imported as their text, by the bundler and by the test runner alike. */
declare module '*.yaml?raw' {
  const text: string;
  export default text;
}
