/**
 * Symmetric calls over a Node child-process channel (a socket pair, no TCP). Returns an object whose every property is a
 * function that calls the method of that name at the other end.
 */
export function rpc(end, methods) {
  let last = 0;
  const waiting = new Map();
  const post = (message) => {
    if (end.connected) end.send(message, () => {});
  };
  const settle = (id, ok, value) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (ok) one?.resolve(value);
    else one?.reject(Object.assign(new Error(value.message), { remote: value.stack }));
  };
  end.on('message', async ([id, what, value]) => {
    if (what === true || what === false) return settle(id, what, value);
    try {
      if (!Object.hasOwn(methods, what)) throw new Error(`no method ${what}`);
      post([id, true, await methods[what](...value)]);
    } catch (error) {
      post([id, false, { message: String(error?.message ?? error), stack: error?.stack }]);
    }
  });
  end.on('disconnect', () => {
    for (const one of waiting.values()) one.reject(new Error('the other process is gone'));
    waiting.clear();
  });
  const call = (name, args) =>
    new Promise((resolve, reject) => {
      if (!end.connected) return reject(new Error('the other process is gone'));
      waiting.set(++last, { resolve, reject });
      post([last, name, args]);
    });
  return new Proxy({}, { get: (_target, name) => (...args) => call(name, args) });
}
