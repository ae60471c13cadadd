/** Entry of the process aside: takes one job, sends one result, and waits to be ended by the one who asked. */

type Asked = Readonly<{ job: string; input: Readonly<Record<string, unknown>> }>;

/** The key is wiped as soon as the job is done with it, here and in the message it came in. */
function withKey<T>(input: Asked['input'], use: (asked: { file: string; key: Buffer }) => T): T {
  const key = Buffer.from(input['key'] as Uint8Array);
  try {
    return use({ file: input['file'] as string, key });
  } finally {
    key.fill(0);
    (input['key'] as Uint8Array).fill(0);
  }
}

/** Loaded only when asked for, so that a page scan carries no spreadsheet reader and the other way round. */
const jobs: Readonly<Record<string, (input: Asked['input']) => Promise<unknown>>> = {
  pageScan: async (input) => {
    const { pageScan } = await import('#electron/vault/pageScan.ts');
    return withKey(input, pageScan);
  },
  proveCopy: async (input) => {
    const { proveCopy } = await import('#electron/vault/copyProof.ts');
    return withKey(input, proveCopy);
  },
  readLedger: async (input) => {
    const { readLedger } = await import('#electron/import/readLedger.ts');
    const { bytes, fileName, target, options } = input as { bytes: Uint8Array; fileName: string; target: string; options?: object };
    return readLedger(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName, target as Parameters<typeof readLedger>[2], options ?? {});
  },
};

async function run(asked: Asked): Promise<unknown> {
  const job = Object.hasOwn(jobs, asked.job) ? jobs[asked.job] : undefined;
  if (job === undefined) return { ok: false, code: 'aside_unknown_job' };
  try {
    return { ok: true, value: await job(asked.input) };
  } catch (error) {
    // Codes and our own Chinese sentences cross; texts of foreign code stay here, they may quote the file.
    const { code, messageZh } = (error ?? {}) as { code?: unknown; messageZh?: unknown };
    return { ok: false, code: typeof code === 'string' ? code : 'aside_failed', ...(typeof messageZh === 'string' ? { messageZh } : {}) };
  }
}

// Electron gives a utility process `parentPort`; a forked Node process has `send`.
const port = (process as { parentPort?: Electron.ParentPort }).parentPort;
if (port !== undefined) {
  port.once('message', (event) => void run(event.data as Asked).then((told) => port.postMessage(told)));
} else {
  process.once('message', (asked: Asked) => void run(asked).then((told) => process.send?.(told)));
  process.on('disconnect', () => process.exit(0));
}
