import type { RegisterKey } from '#shared/registers/index.ts';

/** Every address of the window (ui 2). Screens link by these names and never spell a path. */
export const places = {
  today: '/today',
  receive: '/receive',
  enter: '/enter',
  desk: '/desk',
  copy: '/copy',
  usage: '/usage',
  missing: '/missing',
  violation: '/violation',
  destruction: (no?: string | number) => (no === undefined ? '/destruction' : `/destruction/${no}`),
  approvals: '/approvals',
  person: '/people/new',
  computer: '/computers/new',
  /** What can be done with this person, machine or batch. */
  dealing: (register: string, id: number): string | null => ({ persons: `/people/${id}`, computers: `/computers/${id}`, destructions: `/destruction/${id}` })[register] ?? null,
  shelf: (shelf?: string) => (shelf === undefined ? '/shelf' : `/shelf/${shelf}`),
  register: (key: RegisterKey | string, view?: string) => (view === undefined ? `/register/${key}` : `/register/${key}?view=${view}`),
  record: (key: RegisterKey | string, record: number | string) => `/register/${key}/${record}`,
  /** The desk with a carrier already on it: 借还, and 复制 or 销毁 where the act asks for them. */
  deskFor: (carrier: number | string) => `/desk?carrier=${carrier}`,
  copyFor: (carrier: number | string) => `/copy?carrier=${carrier}`,
  missingFor: (carrier: number | string) => `/missing?carrier=${carrier}`,
  audit: '/audit',
  verify: '/verify',
  policy: '/policy',
  accounts: '/accounts',
  backups: '/backups',
  terminal: '/terminal',
  import: (register?: string) => (register === undefined ? '/import' : `/import?register=${register}`),
} as const;
