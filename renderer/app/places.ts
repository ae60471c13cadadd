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
  dealing: (register: string, id: number): string | null => ({ persons: `/people/${id}`, computers: `/computers/${id}`, destructions: `/destruction/${id}`, circulations: `/circulation/${id}`, classifications: `/levels/${id}`, productions: `/print-room/${id}`, dispatches: `/dispatch?dispatch=${id}`, consignments: `/dispatch?consignment=${id}`, archiveUses: `/archive?use=${id}`, trips: `/trips?trip=${id}` })[register] ?? null,
  shelf: (shelf?: string) => (shelf === undefined ? '/shelf' : `/shelf/${shelf}`),
  register: (key: RegisterKey | string, view?: string) => (view === undefined ? `/register/${key}` : `/register/${key}?view=${view}`),
  record: (key: RegisterKey | string, record: number | string) => `/register/${key}/${record}`,
  /** The desk with a carrier already on it: 借还, and 复制 or 销毁 where the act asks for them. */
  deskFor: (carrier: number | string) => `/desk?carrier=${carrier}`,
  printRoom: (no?: number | string) => (no === undefined ? '/print-room' : `/print-room/${no}`),
  dispatch: '/dispatch',
  /** 发文 with the copies of a run, or with one carrier already listed; conveying it instead. */
  dispatchOf: (production: number) => `/dispatch?production=${production}`,
  dispatchFor: (carrier: number | string) => `/dispatch?carrier=${carrier}`,
  conveyFor: (carrier: number | string) => `/dispatch?mode=convey&carrier=${carrier}`,
  copyFor: (carrier: number | string) => `/copy?carrier=${carrier}`,
  extractFor: (carrier: number | string) => `/copy?mode=extract&carrier=${carrier}`,
  archive: '/archive',
  /** 档案 with a file already listed; a reading or a loan that is to end. */
  archiveFor: (mode: 'consult' | 'lendOut' | 'move' | 'close', carrier: number | string) => `/archive?mode=${mode}&carrier=${carrier}`,
  trips: '/trips',
  tripFor: (carrier: number | string) => `/trips?carrier=${carrier}`,
  circulation: (no?: number | string) => (no === undefined ? '/circulation' : `/circulation/${no}`),
  /** 传阅 with a carrier or a piece of mail to be routed; what circulates already opens its sheet. */
  circulateFor: (carrier: number | string) => `/circulation?carrier=${carrier}`,
  routeFor: (receipt: number | string) => `/circulation?receipt=${receipt}`,
  /** 定密, or one matter of it; with a carrier to be proposed, or whose mark is made and entered. */
  levels: (no?: number | string) => (no === undefined ? '/levels' : `/levels/${no}`),
  levelsMode: (mode: 'notice' | 'label' | 'applied' | 'review') => `/levels?mode=${mode}`,
  proposeFor: (carrier: number | string) => `/levels?carrier=${carrier}`,
  labelsFor: (carrier: number | string) => `/levels?mode=label&carrier=${carrier}`,
  appliedFor: (carrier: number | string) => `/levels?mode=applied&carrier=${carrier}`,
  refusal: '/refusal',
  missingFor: (carrier: number | string) => `/missing?carrier=${carrier}`,
  audit: '/audit',
  verify: '/verify',
  policy: '/policy',
  accounts: '/accounts',
  backups: '/backups',
  terminal: '/terminal',
  import: (register?: string) => (register === undefined ? '/import' : `/import?register=${register}`),
} as const;
