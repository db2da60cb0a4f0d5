/** Works out the formula of a `metric`: numbers, names, `+ - * / %`, comparisons, `&& || !`, and `math` functions. */

type Value = number | boolean;
export type Variables = Readonly<Record<string, number>>;

const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)|([A-Za-z_][\w.]*)|(<=|>=|==|!=|&&|\|\||[-+*/%()<>!,?:]))/uy;

const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  'math.sqrt': Math.sqrt,
  'math.abs': Math.abs,
  'math.ceil': Math.ceil,
  'math.floor': Math.floor,
  'math.trunc': Math.trunc,
  'math.cbrt': Math.cbrt,
  'math.exp': Math.exp,
  'math.exp2': (x) => 2 ** x,
  'math.log': Math.log,
  'math.log2': Math.log2,
  'math.log10': Math.log10,
  'math.pow': (x, y) => x ** y,
  'math.max': (x, y) => Math.max(x, y),
  'math.min': (x, y) => Math.min(x, y),
  'math.mod': (x, y) => x % y,
  round: (x, places = 0) => {
    const scale = 10 ** places;
    return (Math.sign(x) * Math.round(Math.abs(x) * scale)) / scale;
  },
};

const CONSTANTS: Variables = { 'math.pi': Math.PI, 'math.e': Math.E };

/** Told with the rule's place by whoever asked. */
export class BadFormula extends Error {}

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const text = source.trimEnd();
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new BadFormula(`cannot read '${text.slice(at).trim()}'`);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
}

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

function numeric(value: Value): number {
  if (typeof value === 'number') return value;
  throw new BadFormula('expects a number where there is a comparison');
}

function apply(operator: string, a: Value, b: Value): Value {
  if (operator === '||') return a === true || b === true;
  if (operator === '&&') return a === true && b === true;
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  const [x, y] = [numeric(a), numeric(b)];
  const results: Readonly<Record<string, Value>> = {
    '<': x < y,
    '<=': x <= y,
    '>': x > y,
    '>=': x >= y,
    '+': x + y,
    '-': x - y,
    '*': x * y,
    '/': x / y,
    '%': x % y,
  };
  return results[operator] ?? false;
}

interface Reading {
  readonly tokens: readonly string[];
  readonly variables: Variables;
  at: number;
}

function expected(reading: Reading, token: string): void {
  if (reading.tokens[reading.at++] !== token) throw new BadFormula(`expects '${token}'`);
}

function callOf(reading: Reading, name: string): number {
  const call = FUNCTIONS[name];
  if (!call) throw new BadFormula(`knows no function '${name}'`);
  const values: number[] = [];
  expected(reading, '(');
  while (reading.tokens[reading.at] !== ')') {
    values.push(numeric(levelOf(reading, 0)));
    if (reading.tokens[reading.at] !== ',') break;
    reading.at++;
  }
  expected(reading, ')');
  return call(...values);
}

function unitOf(reading: Reading): Value {
  const token = reading.tokens[reading.at++] ?? '';
  if (token === '-') return -numeric(unitOf(reading));
  if (token === '+') return numeric(unitOf(reading));
  if (token === '!') return unitOf(reading) !== true;
  if (token === '(') {
    const inner = levelOf(reading, 0);
    expected(reading, ')');
    return inner;
  }
  if (/^[\d.]/u.test(token)) return Number(token);
  if (reading.tokens[reading.at] === '(') return callOf(reading, token);
  const value = reading.variables[token] ?? CONSTANTS[token];
  if (value === undefined) throw new BadFormula(token === '' ? 'ends too soon' : `knows no '${token}'`);
  return value;
}

function levelOf(reading: Reading, level: number): Value {
  const operators = LEVELS[level];
  if (!operators) return unitOf(reading);
  let value = levelOf(reading, level + 1);
  for (;;) {
    const operator = reading.tokens[reading.at] ?? '';
    if (!operators.includes(operator)) return value;
    reading.at++;
    value = apply(operator, value, levelOf(reading, level + 1));
  }
}

/** @throws BadFormula */
export function evaluateFormula(source: string, variables: Variables): Value {
  const reading: Reading = { tokens: tokensOf(source), variables, at: 0 };
  const value = levelOf(reading, 0);
  if (reading.at < reading.tokens.length)
    throw new BadFormula(`has no use for '${reading.tokens[reading.at] ?? ''}'`);
  return value;
}
