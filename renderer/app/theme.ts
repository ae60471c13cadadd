import type { ThemeConfig } from 'antd';

const sans = '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", sans-serif';

/** The component library in our colours, density and calm (ui 7). theme.css holds the same values for everything else. */
const theme: ThemeConfig = {
  hashed: false,
  token: {
    motion: false,
    fontFamily: sans,
    fontSize: 15,
    lineHeight: 22 / 15,
    borderRadius: 5,
    borderRadiusSM: 4,
    borderRadiusLG: 6,
    controlHeight: 34,
    controlHeightSM: 28,
    controlHeightLG: 38,
    colorPrimary: '#0E5A5F',
    colorLink: '#0E5A5F',
    colorSuccess: '#1D6B39',
    colorWarning: '#7A4E00',
    colorError: '#A61B1B',
    colorInfo: '#1F5686',
    colorText: '#18221F',
    colorTextSecondary: '#45524E',
    colorTextTertiary: '#5F6B67',
    colorTextQuaternary: '#5F6B67',
    colorTextPlaceholder: '#5F6B67',
    colorTextDisabled: '#5F6B67',
    colorBgLayout: '#F3F5F2',
    colorBorder: '#7F8B86',
    colorBorderSecondary: '#DADFD9',
    colorFillAlter: '#EDF0EC',
    boxShadow: 'none',
    boxShadowSecondary: '0 2px 8px rgb(24 34 31 / 18%)',
    controlOutlineWidth: 2,
    controlOutline: '#0E5A5F',
  },
  components: {
    Modal: { titleFontSize: 17 },
    Tabs: { horizontalItemPadding: '6px 13px' },
    Select: { optionSelectedBg: '#E2EFEE' },
  },
};

/** The same at another scale: the component library reckons in pixels, everything else in rem. */
export function themeAt(scale: number): ThemeConfig {
  if (scale === 1) return theme;
  const { fontSize = 15, controlHeight = 34, controlHeightSM = 28, controlHeightLG = 38 } = theme.token ?? {};
  return { ...theme, token: { ...theme.token, fontSize: fontSize * scale, controlHeight: controlHeight * scale, controlHeightSM: controlHeightSM * scale, controlHeightLG: controlHeightLG * scale } };
}
