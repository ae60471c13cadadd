import { createMemoryRouter, Navigate } from 'react-router';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Role } from '#shared/roles.ts';
import { Frame } from './Frame.tsx';
import { Allowed } from './Allowed.tsx';
import { PageFault } from './PageFault.tsx';

const everyone: readonly Role[] = ['clerk', 'approver', 'system_administrator', 'security_administrator', 'auditor'];
const registersOf: readonly Role[] = ['clerk', 'approver'];
const clerk: readonly Role[] = ['clerk'];

/** One address: who may open it, what it is called, and the screen that is loaded when it is first needed. */
type Screen = Readonly<{ path: string; titleZh: string; roles: readonly Role[]; load: () => Promise<ComponentType> }>;

export const screens: readonly Screen[] = [
  { path: 'today', titleZh: '今日', roles: everyone, load: async () => (await import('../screens/Today.tsx')).Today },
  { path: 'receive', titleZh: '收文', roles: clerk, load: async () => (await import('../screens/Receive.tsx')).Receive },
  { path: 'enter', titleZh: '登记载体', roles: clerk, load: async () => (await import('../screens/EnterCarrier.tsx')).EnterCarrier },
  { path: 'desk', titleZh: '借还', roles: clerk, load: async () => (await import('../screens/Desk.tsx')).Desk },
  { path: 'copy', titleZh: '复制摘抄', roles: clerk, load: async () => (await import('../screens/Copy.tsx')).Copy },
  { path: 'archive', titleZh: '档案', roles: clerk, load: async () => (await import('../screens/Archive.tsx')).Archive },
  { path: 'trips', titleZh: '携带外出', roles: clerk, load: async () => (await import('../screens/Trips.tsx')).Trips },
  { path: 'print-room', titleZh: '印制', roles: clerk, load: async () => (await import('../screens/PrintRoom.tsx')).PrintRoom },
  { path: 'print-room/:no', titleZh: '印制', roles: clerk, load: async () => (await import('../screens/PrintRoom.tsx')).PrintRoom },
  { path: 'dispatch', titleZh: '发文投送', roles: clerk, load: async () => (await import('../screens/Dispatch.tsx')).Dispatch },
  { path: 'circulation', titleZh: '传阅', roles: clerk, load: async () => (await import('../screens/Circulation.tsx')).Circulation },
  { path: 'circulation/:no', titleZh: '传阅', roles: clerk, load: async () => (await import('../screens/Circulation.tsx')).Circulation },
  { path: 'levels', titleZh: '定密', roles: clerk, load: async () => (await import('../screens/Levels.tsx')).Levels },
  { path: 'levels/:no', titleZh: '定密', roles: clerk, load: async () => (await import('../screens/Levels.tsx')).Levels },
  { path: 'stocktake', titleZh: '清点', roles: clerk, load: async () => (await import('../screens/Stocktake.tsx')).Stocktake },
  { path: 'stocktake/:no', titleZh: '清点', roles: clerk, load: async () => (await import('../screens/Stocktake.tsx')).Stocktake },
  { path: 'recall', titleZh: '清退收缴', roles: clerk, load: async () => (await import('../screens/Recall.tsx')).Recall },
  { path: 'recall/:no', titleZh: '清退收缴', roles: clerk, load: async () => (await import('../screens/Recall.tsx')).Recall },
  { path: 'checks', titleZh: '检查', roles: clerk, load: async () => (await import('../screens/Checks.tsx')).Checks },
  { path: 'cabinets', titleZh: '保密柜', roles: clerk, load: async () => (await import('../screens/Cabinets.tsx')).Cabinets },
  { path: 'handover', titleZh: '移交', roles: clerk, load: async () => (await import('../screens/Handover.tsx')).Handover },
  { path: 'handover/:no', titleZh: '移交', roles: clerk, load: async () => (await import('../screens/Handover.tsx')).Handover },
  { path: 'telegrams', titleZh: '密码电报', roles: clerk, load: async () => (await import('../screens/Telegrams.tsx')).Telegrams },
  { path: 'telegrams/:no', titleZh: '密码电报', roles: clerk, load: async () => (await import('../screens/Telegrams.tsx')).Telegrams },
  { path: 'tip-off', titleZh: '举报', roles: everyone, load: async () => (await import('../screens/TipOff.tsx')).TipOff },
  { path: 'refusal', titleZh: '拒绝办理登记', roles: clerk, load: async () => (await import('../screens/Refusal.tsx')).Refusal },
  { path: 'usage', titleZh: '机时登记', roles: clerk, load: async () => (await import('../screens/Usage.tsx')).Usage },
  { path: 'computers/new', titleZh: '登记计算机', roles: clerk, load: async () => (await import('../screens/Computers.tsx')).Computers },
  { path: 'computers/:no', titleZh: '计算机变更', roles: clerk, load: async () => (await import('../screens/Computers.tsx')).Computers },
  { path: 'people/new', titleZh: '登记人员', roles: clerk, load: async () => (await import('../screens/People.tsx')).People },
  { path: 'people/:no', titleZh: '人员办理', roles: clerk, load: async () => (await import('../screens/People.tsx')).People },
  { path: 'missing', titleZh: '查找与报失', roles: clerk, load: async () => (await import('../screens/Missing.tsx')).Missing },
  { path: 'violation', titleZh: '违规登记', roles: clerk, load: async () => (await import('../screens/Violation.tsx')).Violation },
  { path: 'destruction', titleZh: '销毁清退', roles: clerk, load: async () => (await import('../screens/Destruction.tsx')).Destruction },
  { path: 'destruction/:no', titleZh: '销毁清退', roles: clerk, load: async () => (await import('../screens/Destruction.tsx')).Destruction },
  { path: 'approvals', titleZh: '审批', roles: registersOf, load: async () => (await import('../screens/Approvals.tsx')).Approvals },
  { path: 'shelf', titleZh: '台账架', roles: everyone, load: async () => (await import('../screens/Shelf.tsx')).Shelf },
  { path: 'shelf/:shelf', titleZh: '台账架', roles: everyone, load: async () => (await import('../screens/Shelf.tsx')).Shelf },
  { path: 'register/:id', titleZh: '台账', roles: everyone, load: async () => (await import('../registers/RegisterList.tsx')).RegisterList },
  { path: 'register/:id/:record', titleZh: '一条登记', roles: everyone, load: async () => (await import('../registers/RecordPage.tsx')).RecordPage },
  { path: 'audit', titleZh: '审计记录', roles: ['auditor', 'security_administrator'], load: async () => (await import('../screens/Audit.tsx')).Audit },
  { path: 'verify', titleZh: '核验', roles: ['auditor', 'security_administrator', 'system_administrator', 'clerk'], load: async () => (await import('../screens/Verify.tsx')).Verify },
  { path: 'check', titleZh: '全面核查', roles: registersOf, load: async () => (await import('../screens/LedgerCheck.tsx')).LedgerCheck },
  { path: 'policy', titleZh: '制度参数', roles: everyone, load: async () => (await import('../screens/Policy.tsx')).Policy },
  { path: 'accounts', titleZh: '账户', roles: everyone, load: async () => (await import('../screens/Accounts.tsx')).Accounts },
  { path: 'backups', titleZh: '备份与恢复', roles: ['clerk', 'system_administrator', 'security_administrator', 'auditor'], load: async () => (await import('../screens/Backups.tsx')).Backups },
  { path: 'terminal', titleZh: '本机', roles: everyone, load: async () => (await import('../screens/Terminal.tsx')).Terminal },
  { path: 'import', titleZh: '导入', roles: clerk, load: async () => (await import('../screens/ImportScreen.tsx')).ImportScreen },
];

const routeOf = (screen: Screen): RouteObject => ({
  path: screen.path,
  errorElement: <PageFault />,
  lazy: async () => {
    const Loaded = await screen.load();
    return { Component: () => <Allowed roles={screen.roles} titleZh={screen.titleZh}><Loaded /></Allowed> };
  },
});

/** Addresses live in memory: nothing of them reaches a history that outlives the window. One router per sign-in. */
export const openRouter = () =>
  createMemoryRouter([{ path: '/', element: <Frame />, errorElement: <PageFault />, hydrateFallbackElement: <></>, children: [{ index: true, element: <Navigate to="/today" replace /> }, ...screens.map(routeOf), { path: '*', element: <Navigate to="/today" replace /> }] }]);
