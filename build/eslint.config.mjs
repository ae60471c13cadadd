import tseslint from 'typescript-eslint';
import { house } from './eslint-house.mjs';

/**
 * What imports cannot show (imports are the business of boundaries.cjs). Every house rule has a name of its own instead of an entry
 * in `no-restricted-syntax`, because in a flat config a later entry of that rule silently replaces an earlier one.
 */

const shipped = ['electron/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'];
const toolConfigs = ['build/*.config.{ts,mjs}'];

/** Switches on house rules for some files. @param {string[]} files @param {string[]} names @param {string[]} [except] */
const on = (files, names, except = []) => ({
  files,
  ignores: except,
  rules: Object.fromEntries(names.map((name) => [`house/${name}`, 'error'])),
});

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', 'release/**', 'out/**', 'demo-out/**', 'test-results/**', 'playwright-report/**', '.setup/**', '**/*.d.mts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { house, '@typescript-eslint': tseslint.plugin } },

  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-debugger': 'error',
      'no-control-regex': 'error',
      'no-misleading-character-class': 'error',
      'no-unsafe-finally': 'error',
      'no-fallthrough': 'error',
      'no-self-assign': 'error',
      'no-unreachable': 'error',
    },
  },
  { files: ['**/*.{mjs,cjs}'], rules: { 'no-unused-vars': 'error' } },
  // Hostile pages in tests and the host double evaluate text on purpose; what ships never does.
  { files: shipped, rules: { 'no-eval': 'error', 'no-new-func': 'error', '@typescript-eslint/no-implied-eval': 'error' } },

  { files: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts', 'build/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'error' } },
  on(['**/*.{ts,tsx}'], ['no-enum', 'imports-name-their-file']),
  on(['**/*.{ts,tsx}'], ['no-default-export'], toolConfigs),

  on(shipped, ['no-network', 'no-markup-from-strings']),
  on(['electron/**/*.ts'], ['electron-names-we-never-use', 'driver-traps', 'live-store-is-not-read'], ['electron/vault/pageScan.ts']),
  on(['electron/**/*.ts', 'build/**/*.ts'], ['one-way-to-open'], ['electron/vault/open.ts', 'build/bench/**']),
  on(['electron/**/*.ts'], ['writes-in-their-place'], ['electron/vault/**', 'electron/commands/trail.ts']),
  on(['electron/policy/**/*.ts'], ['policy-is-handed-its-time']),
  on(shipped, ['ipc-main-in-one-file'], ['electron/ipc.ts']),
  on(shipped, ['ipc-renderer-in-one-file'], ['electron/preload.ts']),
  on(['electron/**/*.ts'], ['no-child-process'], ['electron/aside/**']),
);
