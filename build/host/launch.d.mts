import type { ChildProcess } from 'node:child_process';
import type { BrowserContext, BrowserType, Page } from 'playwright-core';
import type * as Electron from 'electron';

/** The part of Playwright's ElectronApplication that tests need, and three things more. */
export interface AppHandle {
  process(): ChildProcess;
  context(): BrowserContext | null;
  windows(): Page[];
  firstWindow(): Promise<Page>;
  /** The window that comes after `before`, for example after a lock. */
  nextWindow(before: Page): Promise<Page>;
  /** Process ids of Chromium's renderers (headless only). */
  rendererPids(): Promise<number[]>;
  /** Runs the function in the app process with the module `electron`. Its source is sent, so it may use nothing around it. */
  evaluate<R, A>(fn: (electron: typeof Electron & { __calls: { name: string; args: unknown[] }[] }, argument: A) => R | Promise<R>, argument?: A): Promise<R>;
  close(): Promise<void>;
  dataDir: string;
  exited: Promise<[number | null, string | null]>;
}
export interface LaunchOptions {
  chromium: BrowserType;
  entry: string;
  args?: string[];
  env?: Record<string, string>;
  cwd?: string;
  node?: string;
  execArgv?: string[];
  executablePath?: string;
  headless?: boolean;
  chromiumArgs?: string[];
  /** Kept when given; a folder of its own, removed at the end, otherwise. */
  dataDir?: string;
  stdio?: 'pipe' | 'inherit';
  /** A visible mark in each window, for previews. */
  label?: string;
}
/** Starts the built or source `main` on the double. The app ends when `close` is called or it quits by itself. */
export function launchDouble(options: LaunchOptions): Promise<AppHandle>;
