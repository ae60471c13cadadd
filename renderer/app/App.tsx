import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { FirstRun } from '../screens/FirstRun.tsx';
import { Unlock } from '../screens/Unlock.tsx';
import { client } from './api.ts';
import { Broken } from './Broken.tsx';
import { DialogHost } from './DialogHost.tsx';
import { openRouter } from './routes.tsx';
import { SessionProvider, useSession } from './session.tsx';
import { useScale } from './scale.ts';
import { themeAt } from './theme.ts';

dayjs.locale('zh-cn');

/** Before unlocking there is no router, no query and no register content; after it one router per sign-in. */
function Phases() {
  const { state, refusal, reload } = useSession();
  const account = state?.phase === 'open' ? state.me.account : null;
  // A new router for every sign-in: the pages of the one before are gone.
  const router = useMemo(() => (account === null ? null : openRouter()), [account]);
  if (refusal !== null) return <Broken refusal={refusal} terminal={null} onRetry={() => void reload()} />;
  if (state === null) return <div className="blank" aria-busy="true" />;
  if (state.phase === 'no_vault') return <FirstRun folder={state.folder} />;
  if (state.phase === 'locked' || router === null) return state.phase === 'locked' ? <Unlock state={state} /> : null;
  return (
    <DialogHost>
      <RouterProvider router={router} />
    </DialogHost>
  );
}

/** `nonce` comes with the page (meta csp-nonce); the component library writes its styles with it. */
export function App({ nonce }: Readonly<{ nonce: string }>) {
  const scale = useScale();
  const scaled = useMemo(() => themeAt(scale), [scale]);
  return (
    <ConfigProvider locale={zhCN} theme={scaled} csp={{ nonce }} wave={{ disabled: true }} virtual={false}>
      <QueryClientProvider client={client}>
        <SessionProvider>
          <Phases />
        </SessionProvider>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
