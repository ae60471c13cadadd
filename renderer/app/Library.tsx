import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { client } from './api.ts';
import { useScale } from './scale.ts';
import { themeAt } from './theme.ts';

dayjs.locale('zh-cn');

/** What the pages behind the unlock screen stand on. `nonce` comes with the page (meta csp-nonce); the component library writes its styles with it. */
export function Library({ nonce, children }: Readonly<{ nonce: string; children: ReactNode }>) {
  const scale = useScale();
  const scaled = useMemo(() => themeAt(scale), [scale]);
  return (
    <ConfigProvider locale={zhCN} theme={scaled} csp={{ nonce }} wave={{ disabled: true }} virtual={false}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </ConfigProvider>
  );
}
