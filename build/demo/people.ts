/** Demonstration passwords. They open nothing but the demonstration vault, which says 演示数据 on every screen and sheet. */
export const people = {
  clerk: { account: 'ouyang', name: '欧阳笺', roles: ['clerk'], password: 'Ou-Yang#2026-demo' },
  leader: { account: 'wenren', name: '闻人录', roles: ['approver'], password: 'Wen-Ren#2026-demo' },
  system: { account: 'sikong', name: '司空栈', roles: ['system_administrator'], password: 'Si-Kong#2026-demo' },
  security: { account: 'linghu', name: '令狐策', roles: ['security_administrator'], password: 'Ling-Hu#2026-demo' },
  audit: { account: 'duanmu', name: '端木核', roles: ['auditor'], password: 'Duan-Mu#2026-demo' },
} as const;
