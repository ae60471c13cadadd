// What the parts of the double share. Set by serving.mjs when the app process begins.
export const state = { folder: '', manifest: {}, ready: false, entryLoaded: false, quitting: false, host: null };
export const whenReady = Promise.withResolvers();
/** Chromium switches set by the app before ready. */
export const switches = [];
/** Open windows by id. */
export const windows = new Map();
