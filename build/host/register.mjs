// `--import` hook: `electron` becomes the double. Worker threads inherit it and are refused, as in Electron.
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const url = new URL('./double/index.mjs', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (!/^electron(\/(main|common))?$/.test(specifier)) return next(specifier, context);
    if (!isMainThread) throw new Error("'electron' is not available in worker threads");
    return { url, format: 'module', shortCircuit: true };
  },
});
