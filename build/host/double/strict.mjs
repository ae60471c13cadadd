// Members that do not exist throw with their name, so that main cannot lean on something untested.

/** What was asked of inert members; tests read it through `evaluate`. */
export const calls = [];
export const record = (name, ...args) => void calls.push({ name, args });

/** The object itself, except that reading an unknown member throws. */
export const strict = (name, target) =>
  new Proxy(target, {
    get(t, key) {
      if (typeof key !== 'symbol' && !(key in t) && key !== 'then' && key !== 'toJSON') throw new Error(`electron double: ${name}.${String(key)} is not implemented`);
      const value = Reflect.get(t, key, t);
      return typeof value === 'function' ? value.bind(t) : value;
    },
  });

export const inert = (name, methods) => strict(name, Object.fromEntries(methods.map((m) => [m, (...args) => record(`${name}.${m}`, ...args)])));
export const preventable = (more = {}) => ({
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true;
  },
  ...more,
});
