import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', async () => import('#build/host/double/index.mjs' as string));
const { pagePreferences, windowOptions } = await import('#electron/window.ts');
const { paperOptions, paperPreferences, withWarmFonts } = await import('#electron/printing/print.ts');

const session = { partition: 'x' } as never;

describe('window options', () => {
  const frozen = {
    sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true,
    allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, plugins: false, navigateOnDragDrop: false, spellcheck: false,
    disableDialogs: true, enableDeprecatedPaste: false, webgl: false,
  };
  it('are exactly these, when the program is packaged', () => {
    expect(windowOptions({ preload: '/p.cjs', session, packaged: true })).toEqual({
      width: 1360, height: 860, minWidth: 1100, minHeight: 700, show: false, title: '守密台账工作站', backgroundColor: '#ffffff', autoHideMenuBar: true,
      webPreferences: { ...frozen, devTools: false, preload: '/p.cjs', session },
    });
  });
  it('have DevTools only where the program is not packaged', () => {
    expect(windowOptions({ preload: '/p.cjs', session, packaged: false }).webPreferences).toEqual({ ...frozen, devTools: true, preload: '/p.cjs', session });
  });
  it('cannot be changed at run time', () => {
    expect(Object.isFrozen(pagePreferences) && Object.isFrozen(paperPreferences)).toBe(true);
  });
  it('give paper no script, no preload and no picture on the screen', () => {
    expect(paperOptions(session)).toEqual({
      width: 900, height: 1200, show: false, skipTaskbar: true,
      webPreferences: {
        javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true,
        allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, plugins: false, navigateOnDragDrop: false, spellcheck: false, disableDialogs: true,
        devTools: false, webgl: false, session,
      },
    });
  });
});

describe('withWarmFonts', () => {
  const face = (weight: number): string => `@font-face { font-family: "Noto Sans SC"; font-weight: ${weight}; src: url(data:x) }`;
  it('adds the margin texts once for each face, invisibly, before the end of the body', () => {
    const html = `<style>${face(400)}${face(400)}${face(700)}@page{@top-left{content:"密级<&" counter(page)}}</style><body>x</body>`;
    const warm = withWarmFonts(html);
    expect(warm).toMatch(/visibility:hidden.*<\/div><\/div><\/body>$/);
    expect(warm.match(/<div style="font:/g)).toHaveLength(2);
    expect(warm).toContain(`>0123456789密级</div>`);
  });
  it('changes nothing, when the document brings no faces', () => {
    expect(withWarmFonts('<body>x</body>')).toBe('<body>x</body>');
  });
});
