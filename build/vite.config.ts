import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/**
 * The page. Relative addresses and no inlined assets, so that every file is served by its name under the content security
 * policy; no polyfill, because the only browser is the one that ships.
 */
export default defineConfig({
  plugins: [react()],
  root: path.join(root, 'renderer'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { '#shared': path.join(root, 'shared') } },
  build: {
    outDir: path.join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome148',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
    reportCompressedSize: false,
  },
});
