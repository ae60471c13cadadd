import type { ReactNode } from 'react';
import { roleZh } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';
import { Page } from '../ui/Page.tsx';
import { useMe } from './session.tsx';

/** A page that the signed-in role may not open says who may, instead of showing dead buttons. The main side refuses anyway. */
export function Allowed({ roles, titleZh, children }: Readonly<{ roles: readonly Role[]; titleZh: string; children: ReactNode }>) {
  const me = useMe();
  if (me.roles.some((role) => roles.includes(role))) return children;
  return (
    <Page title={titleZh}>
      <p className="card empty">
        “{titleZh}”由{roles.map((role) => roleZh[role]).join('、')}使用。您现在的身份是{me.roles.map((role) => roleZh[role]).join('、')}，依据本单位制度不能打开。请锁定后由相应人员登录。
      </p>
    </Page>
  );
}
