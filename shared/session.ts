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

/** One backup in the folder that was chosen: what its description says, before anything of it was proven. The folder itself stays with the worker. */
export type FoundBackup = Readonly<{ token: string; name: string; organisation: string; terminalNumber: string; madeAt: string; madeBy: string; seq: number; bytes: number }>;

export type RestoreInput = Readonly<{ from: string; to: string; first: UnlockInput; second: UnlockInput }>;
/** `missing`: entries made after the backup that the new vault lacks. `current`: the folder this window works on; it was not touched. */
export type RestoreOutput = Readonly<{ vault: string; chain: { seq: number; hash: string }; missing: { fromSeq: number; toSeq: number } | null; current: string }>;

/** A form that was being filled in when the terminal locked: where it stands, what it is called, what was typed. */
export type Draft = Readonly<{ place: string; form: string; titleZh: string; typed: unknown }>;
export type KeptDraft = Draft & Readonly<{ at: string }>;
