import { describe, expect, it } from 'vitest';
import { inspectTerminal, isolationChecks } from '#electron/terminal/isolation.ts';
import type { IsolationCheck } from '#electron/terminal/isolation.ts';
import { machine } from './machine.ts';
import type { Machine } from './machine.ts';

const look = (m: Machine, check: IsolationCheck) => {
  const finding = inspectTerminal(m.root, 'linux').find((f) => f.check === check);
  if (finding === undefined) throw new Error(`no finding for ${check}`);
  return finding;
};

const card = (m: Machine, name: string, operstate: string, flags: string, carrier?: string): void => {
  m.file(`/sys/class/net/${name}/operstate`, operstate);
  m.file(`/sys/class/net/${name}/type`, '1');
  m.file(`/sys/class/net/${name}/flags`, flags);
  if (carrier !== undefined) m.file(`/sys/class/net/${name}/carrier`, carrier);
};

const rfkill = (m: Machine, name: string, type: string, hard: '0' | '1', soft: '0' | '1'): void => {
  m.file(`/sys/class/rfkill/${name}/type`, type);
  m.file(`/sys/class/rfkill/${name}/hard`, hard);
  m.file(`/sys/class/rfkill/${name}/soft`, soft);
};

describe('the terminal’s own check', () => {
  it('answers every check once, in order, each with clause and full stop, when the machine has nothing but a loopback', () => {
    const findings = inspectTerminal(machine().root, 'linux');
    expect(findings.map((f) => f.check)).toEqual([...isolationChecks]);
    expect(findings.filter((f) => !f.ok)).toEqual([]);
    for (const f of findings) {
      expect(f.findingZh).toMatch(/。$/);
      expect(f.source).toMatch(/第三十一条.*P17/);
    }
  });

  it('reports the interface by name and says what to do, when a card is up', () => {
    const m = machine();
    card(m, 'enp3s0', 'up', '0x1003', '1');
    const f = look(m, 'network');
    expect(f.ok).toBe(false);
    expect(f.findingZh).toContain('enp3s0');
    expect(f.findingZh).toContain('拔除网线');
    expect(f.findingZh).not.toContain('lo、');
    expect(f.source).toContain('P175');
  });

  it('reports a tunnel, when its state is unknown but it is switched on', () => {
    const m = machine();
    card(m, 'tun0', 'unknown', '0x1091');
    expect(look(m, 'network').ok).toBe(false);
  });

  it('lets a card pass but names it, when it is down', () => {
    const m = machine();
    card(m, 'enp3s0', 'down', '0x1002', '0');
    const f = look(m, 'network');
    expect(f.ok).toBe(true);
    expect(f.findingZh).toContain('enp3s0');
  });

  it('reports a wireless card, when it is down too', () => {
    const m = machine();
    card(m, 'wlp2s0', 'down', '0x1002');
    m.folder('/sys/class/net/wlp2s0/phy80211');
    expect(look(m, 'network').ok).toBe(true);
    expect(look(m, 'wireless')).toMatchObject({ ok: false, findingZh: expect.stringContaining('wlp2s0') as string });
  });

  it('reports a wireless card, when only software blocks it', () => {
    const m = machine();
    m.folder('/sys/class/ieee80211/phy0');
    rfkill(m, 'rfkill0', 'wlan', '0', '1');
    expect(look(m, 'wireless')).toMatchObject({ ok: false, findingZh: expect.stringContaining('软件') as string });
  });

  it('accepts a wireless card, when a hardware switch cuts it off', () => {
    const m = machine();
    m.folder('/sys/class/ieee80211/phy0');
    rfkill(m, 'rfkill0', 'wlan', '1', '0');
    expect(look(m, 'wireless').ok).toBe(true);
  });

  it('reports bluetooth and a mobile modem separately, when both are there', () => {
    const m = machine();
    m.folder('/sys/class/bluetooth/hci0');
    rfkill(m, 'rfkill1', 'wwan', '0', '0');
    expect(look(m, 'bluetooth').ok).toBe(false);
    expect(look(m, 'otherRadio').ok).toBe(false);
    expect(look(m, 'wireless').ok).toBe(true);
  });

  it('reports a stick as mounted, when its partition is in the mount table', () => {
    const m = machine();
    m.disk('sdb', { at: 'pci0000:00/0000:00:14.0/usb1/1-2/host6/target6:0:0/6:0:0:0', number: '8:16', removable: '0', partition: '8:17' });
    expect(look(m, 'removableMedia').findingZh).toContain('sdb。');
    m.file('/proc/self/mountinfo', '40 1 8:17 / /media/stick rw - vfat /dev/sdb1 rw');
    expect(look(m, 'removableMedia')).toMatchObject({ ok: false, findingZh: expect.stringContaining('sdb（已挂载）') as string });
  });

  it('passes over internal disks, empty card readers, empty optical drives and loop devices', () => {
    const m = machine();
    m.disk('nvme0n1', { at: 'pci0000:00/0000:00:1d.0/0000:03:00.0/nvme/nvme0', number: '259:0', removable: '0' });
    m.disk('mmcblk0', { at: 'pci0000:00/0000:00:1a.0/mmc_host/mmc0/mmc0:1', number: '179:0', removable: '0', size: '0' });
    m.disk('sr0', { at: 'pci0000:00/0000:00:17.0/ata3/host2/target2:0:0/2:0:0:0', number: '11:0', removable: '1', size: '2097151' });
    m.disk('loop0', { at: 'virtual', number: '7:0', removable: '0' });
    expect(look(m, 'removableMedia').ok).toBe(true);
    m.file('/proc/self/mountinfo', '41 1 11:0 / /media/disc ro - iso9660 /dev/sr0 ro');
    expect(look(m, 'removableMedia').findingZh).toContain('sr0（已挂载）');
  });

  it('names a camera once, when it shows two video devices', () => {
    const m = machine();
    m.file('/sys/class/video4linux/video0/name', 'Integrated Camera');
    m.file('/sys/class/video4linux/video1/name', 'Integrated Camera');
    const f = look(m, 'camera');
    expect(f.ok).toBe(false);
    expect(f.findingZh.match(/Integrated Camera/g)).toHaveLength(1);
  });

  it('reports capture streams only, when the sound card also plays', () => {
    const m = machine();
    m.file('/proc/asound/pcm', '00-03: HDMI 0 : HDMI 0 : playback 1');
    expect(look(m, 'microphone').ok).toBe(true);
    m.file('/proc/asound/pcm', '00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1');
    expect(look(m, 'microphone')).toMatchObject({ ok: false, findingZh: expect.stringContaining('ALC257 Analog') as string });
  });

  it('finds the microphone in /sys/class/sound, when /proc/asound is missing', () => {
    const m = machine();
    m.folder('/sys/class/sound/pcmC0D0p');
    expect(look(m, 'microphone').ok).toBe(true);
    m.folder('/sys/class/sound/pcmC0D0c');
    expect(look(m, 'microphone').ok).toBe(false);
  });

  it('says that nothing was checked, when it runs on Windows or sees no /sys', () => {
    const onWindows = inspectTerminal('/', 'win32');
    const blind = inspectTerminal('/nowhere-at-all', 'linux');
    for (const findings of [onWindows, blind]) {
      expect(findings).toHaveLength(isolationChecks.length);
      for (const f of findings) {
        expect(f.ok).toBe(false);
        expect(f.findingZh).toContain('未能检查');
      }
    }
  });

  it('reads the machine it runs on without throwing', () => {
    expect(inspectTerminal().map((f) => f.check)).toEqual([...isolationChecks]);
  });
});
