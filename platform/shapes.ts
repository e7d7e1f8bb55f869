/**
 * Shapes of what arrives from outside. A shape takes a value of any kind and answers a new one of its type, or throws in
 * words which place holds what instead of what. What comes out is put together field by field: fields that nobody knows,
 * `__proto__` and getters stay outside.
 */

/** `where` is the way to the value, for the reader of the error: "read: blocks: 3: text". */
export type Shape<T> = (value: unknown, where: string) => T;

/** A shape for every field; leaving out one that is optional in `T` is an error of types. */
type Fields<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

/** No argument at all. */
export const nothing: Shape<undefined> = (value, where) =>
  value === undefined || value === null ? undefined : no(where, 'nothing', value);

export const yesOrNo: Shape<boolean> = (value, where) => (typeof value === 'boolean' ? value : no(where, 'true or false', value));

/** Text of so many UTF-16 units. */
export function text(most: number, least = 0): Shape<string> {
  return (value, where) => {
    if (typeof value !== 'string') return no(where, 'a text', value);
    const fits = value.length >= least && value.length <= most;
    return fits ? value : no(where, `a text of ${least} to ${most} characters`, value);
  };
}

/** Text that is cut if it is longer: for what pages write, who know no measure and must be read all the same. */
export function clipped(most: number): Shape<string> {
  return (value, where) => (typeof value === 'string' ? value.slice(0, most) : no(where, 'a text', value));
}

/** A whole number from nought up: ids and places. */
export const whole: Shape<number> = (value, where) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : no(where, 'a whole number, 0 or more', value);

/** A number that is brought between two others: who asks for a million gets the most there is. */
export function clamped(least: number, most: number): Shape<number> {
  return (value, where) =>
    typeof value === 'number' && !Number.isNaN(value)
      ? Math.min(Math.max(Math.trunc(value), least), most)
      : no(where, `a number from ${least} to ${most}`, value);
}

export function oneOf<const T extends string | number>(...all: readonly T[]): Shape<T> {
  return (value, where) => (all.includes(value as T) ? (value as T) : no(where, all.map((one) => `'${one}'`).join(' or '), value));
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, where) => (value === undefined ? undefined : shape(value, where));
}

export function list<T>(shape: Shape<T>, most: number): Shape<readonly T[]> {
  return (value, where) => {
    if (!Array.isArray(value)) return no(where, 'a list', value);
    if (value.length > most) return no(where, `a list of at most ${most}`, value);
    // Not `map`: it leaves holes as they are.
    return Array.from(value, (one: unknown, i) => shape(one, `${where}: ${i}`));
  };
}

export function fields<T extends object>(shapes: Fields<T>): Shape<T> {
  const entries = Object.entries(shapes) as readonly (readonly [string, Shape<unknown>])[];
  return (value, where) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return no(where, 'an object', value);
    const taken: Record<string, unknown> = {};
    for (const [key, shape] of entries) {
      const given = Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
      const field = shape(given, `${where}: ${key}`);
      if (field !== undefined) taken[key] = field;
    }
    return taken as T;
  };
}

/** One of several objects, told apart by their field `what`. */
export function byWhat<T extends { readonly what: string }>(
  shapes: {
    readonly [W in T['what']]: Shape<Extract<T, { readonly what: W }>>;
  },
): Shape<T> {
  const names = Object.keys(shapes) as T['what'][];
  const kind = oneOf(...names);
  return (value, where) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'what')) return no(where, "an object with 'what'", value);
    return shapes[kind((value as { what: unknown }).what, `${where}: what`)](value, where);
  };
}

function no(where: string, expected: string, got: unknown): never {
  throw new Error(`${where}: expected ${expected}, got ${told(got)}`);
}

/** What it is, not what it says: a text of a page has no place in an error. */
function told(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (typeof value === 'number') return `the number ${value}`;
  if (value === null || value === undefined || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
