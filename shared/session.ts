import type { Level } from './levels.ts';
import type { Role } from './roles.ts';

/** What the page knows about the terminal before and after unlocking. Nothing of the content before. */
export type TerminalFacts = Readonly<{ organisation: string; terminalNumber: string; level: Level; levelZh: string; training: boolean }>;

export type SessionState =
  | Readonly<{ phase: 'no_vault'; folder: string }>
  | Readonly<{ phase: 'locked'; terminal: TerminalFacts; accounts: readonly { account: string; name: string }[]; drafts: number; isolation: readonly { check: string; ok: boolean; findingZh: string }[] }>
  | Readonly<{ phase: 'open'; terminal: TerminalFacts; me: { account: string; name: string; roles: readonly Role[] }; idleLockMinutes: number; lastSignInAt: string | null; failedSince: number; findings: readonly { code: string; messageZh: string }[]; now: string; preview: boolean }>;

export type UnlockInput = Readonly<{ account: string; password: string }>;

export type CreateInput = Readonly<{
  organisation: string;
  terminalNumber: string;
  level: 'confidential' | 'secret' | 'top_secret';
  backupFolder?: string;
  training: boolean;
  accounts: readonly { account: string; name: string; roles: readonly Role[]; password: string }[];
}>;
/** The two sheets are shown and printed once; they exist nowhere else. */
export type CreateOutput = Readonly<{ recoverySheets: readonly { sheet: 1 | 2; text: string }[]; state: SessionState }>;
