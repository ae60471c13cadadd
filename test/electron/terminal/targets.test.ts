import { existsSync, mkdirSync, mkdtempSync, realpathSync, statfsSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TargetKind } from '#electron/terminal/targets.ts';
import { classifyTarget, freeBytes, gatherTarget, judgeTarget, onSameDisk } from '#electron/terminal/targets.ts';
import { machine } from './machine.ts';
import type { Machine } from './machine.ts';

const ssd = 'pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0';
const stick = 'pci0000:00/0000:00:14.0/usb1/1-2/host6/target6:0:0/6:0:0:0';

let m: Machine;
let here: string;

/** Real folders below `here`, mounted as the table says. */
const mountTable = (...lines: string[]): void => m.file('/proc/self/mountinfo', ['20 1 8:1 / / rw - ext4 /dev/sda1 rw', ...lines].join('\n'));
const put = (name: string): string => {
  const path = join(here, name);
  mkdirSync(path, { recursive: true });
  return path;
};
const real = (path: string) => classifyTarget(path, { trainingVault: false, root: m.root });
const training = (path: string) => classifyTarget(path, { trainingVault: true, root: m.root });

beforeEach(() => {
  m = machine();
  here = realpathSync(mkdtempSync(join(tmpdir(), 'targets-')));
  m.disk('sda', { at: ssd, number: '8:0', removable: '0', partition: '8:1' });
  m.disk('sdb', { at: stick, number: '8:16', removable: '1', partition: '8:17' });
  mountTable();
});

describe('where a vault or a backup may lie', () => {
  it('accepts an internal disk, when the folder exists and when it does not yet', () => {
    expect(real(put('vault'))).toEqual({ ok: true, kind: 'internal', reasonZh: '该文件夹在本机内置硬盘上。', warning: false });
    expect(real(join(here, 'not', 'yet')).ok).toBe(true);
  });

  it.each<[string, string, TargetKind]>([
    ['a stick with a Linux file system', '8:17 / MOUNT rw - ext4 /dev/sdb1 rw', 'removable'],
    ['an unknown disk with a stick’s file system', '8:1 / MOUNT rw - exfat /dev/sda1 rw', 'removable'],
    ['a disc', '11:0 / MOUNT ro - iso9660 /dev/sr0 ro', 'removable'],
    ['NFS', '0:50 / MOUNT rw - nfs4 server:/x rw', 'network'],
    ['a Windows share', '0:51 / MOUNT rw - cifs //server/x rw', 'network'],
    ['sshfs', '0:52 / MOUNT rw - fuse.sshfs user@server: rw', 'network'],
    ['a host’s folder', '0:53 / MOUNT rw - virtiofs share rw', 'network'],
    ['a RAM disk', '0:54 / MOUNT rw - tmpfs tmpfs rw', 'volatile'],
    ['an overlay', '0:55 / MOUNT rw - overlay overlay rw', 'volatile'],
    ['a file system nobody has heard of', '8:1 / MOUNT rw - newfs /dev/sda1 rw', 'unknown'],
    ['a disk the kernel does not describe', '99:1 / MOUNT rw - ext4 /dev/xyz rw', 'unknown'],
  ])('refuses %s to a real vault and says why', (_, line, kind) => {
    const path = put('target');
    mountTable(`30 20 ${line.replace('MOUNT', path)}`);
    const answer = real(join(path, 'vault'));
    expect(answer).toMatchObject({ ok: false, kind, warning: false });
    expect(answer.reasonZh).toMatch(/^不能使用该文件夹：.*请改选本机内置硬盘上的文件夹。$/);
  });

  it('follows a link before judging, when an internal folder points to a stick', () => {
    const path = put('stick');
    mountTable(`30 20 8:17 / ${path} rw - vfat /dev/sdb1 rw`);
    symlinkSync(path, join(here, 'innocent'));
    expect(real(join(here, 'innocent', 'backup')).kind).toBe('removable');
  });

  it('follows a link whose goal does not exist yet, when it points to a stick', () => {
    const path = put('stick');
    mountTable(`30 20 8:17 / ${path} rw - vfat /dev/sdb1 rw`);
    symlinkSync(join(path, 'later'), join(here, 'dangling'));
    expect(real(join(here, 'dangling')).kind).toBe('removable');
  });

  it('refuses links in a circle', () => {
    symlinkSync(join(here, 'b'), join(here, 'a'));
    symlinkSync(join(here, 'a'), join(here, 'b'));
    expect(real(join(here, 'a'))).toMatchObject({ ok: false, kind: 'unknown' });
  });

  it('takes the deepest mount by whole segments, when another mount point is a prefix of the name', () => {
    const stickAt = put('disk');
    put('disk-internal');
    mountTable(`30 20 8:17 / ${stickAt} rw - ext4 /dev/sdb1 rw`);
    expect(real(join(here, 'disk-internal')).kind).toBe('internal');
    expect(real(stickAt).kind).toBe('removable');
  });

  it('takes the later mount, when two lie on one point', () => {
    const path = put('covered');
    mountTable(`30 20 8:17 / ${path} rw - ext4 /dev/sdb1 rw`, `31 20 0:60 / ${path} rw - tmpfs tmpfs rw`);
    expect(real(path).kind).toBe('volatile');
  });

  it('reads a mount point with a blank in its name', () => {
    const path = put('my stick');
    mountTable(`30 20 8:17 / ${path.replace(' ', '\\040')} rw - ext4 /dev/sdb1 rw`);
    expect(real(path).kind).toBe('removable');
  });

  it('looks through encryption to the disk below, when that is a stick', () => {
    const mapped = m.disk('dm-0', { at: 'virtual', number: '253:0', removable: '0' });
    m.link(`${mapped}/slaves/sdb1`, `/sys/devices/${stick}/block/sdb/sdb1`);
    const path = put('crypt');
    mountTable(`30 20 253:0 / ${path} rw - ext4 /dev/mapper/crypt rw`);
    expect(real(path).kind).toBe('removable');
  });

  it('looks through encryption to the disk below, when that is internal', () => {
    const mapped = m.disk('dm-0', { at: 'virtual', number: '253:0', removable: '0' });
    m.link(`${mapped}/slaves/sda1`, `/sys/devices/${ssd}/block/sda/sda1`);
    const path = put('crypt');
    mountTable(`30 20 253:0 / ${path} rw - ext4 /dev/mapper/crypt rw`);
    expect(real(path).kind).toBe('internal');
  });

  it('finds the device of btrfs by its source, because its own number is invented', () => {
    const path = put('pool');
    mountTable(`30 20 0:33 /@ ${path} rw - btrfs /dev/sda1 rw`);
    expect(real(path).kind).toBe('internal');
  });

  it('calls compressed memory volatile and a loop device unknown, whatever is formatted on them', () => {
    m.disk('zram0', { at: 'virtual', number: '252:0', removable: '0' });
    m.disk('loop0', { at: 'virtual', number: '7:0', removable: '0' });
    const path = put('x');
    mountTable(`30 20 252:0 / ${path} rw - ext4 /dev/zram0 rw`);
    expect(real(path).kind).toBe('volatile');
    mountTable(`30 20 7:0 / ${path} rw - ext4 /dev/loop0 rw`);
    expect(real(path).kind).toBe('unknown');
  });

  it.each(['OneDrive - 单位', 'Dropbox', '我的坚果云', '百度网盘', 'WPSDrive'])('refuses the sync folder %s to real and training vaults', (name) => {
    const path = join(put(name), 'vault');
    expect(real(path)).toMatchObject({ ok: false, kind: 'cloud' });
    expect(training(path)).toMatchObject({ ok: false, kind: 'cloud' });
  });

  it('lets a training vault lie on volatile storage with a warning, and refuses it sticks, shares and the unknown', () => {
    const path = put('target');
    mountTable(`30 20 0:54 / ${path} rw - tmpfs tmpfs rw`);
    expect(training(path)).toMatchObject({ ok: true, kind: 'volatile', warning: true });
    for (const line of ['8:17 / MOUNT rw - ext4 /dev/sdb1 rw', '0:50 / MOUNT rw - nfs4 s:/x rw', '99:1 / MOUNT rw - ext4 /dev/xyz rw']) {
      mountTable(`30 20 ${line.replace('MOUNT', path)}`);
      expect(training(path).ok).toBe(false);
    }
  });

  it('lets a training vault lie on the machine’s own root, whatever that is, and a real vault not', () => {
    for (const line of ['20 1 0:21 / / rw - overlay overlay rw', '20 1 0:21 / / rw - 9p none rw', '20 1 0:21 / / rw - ext4 /dev/root rw']) {
      m.file('/proc/self/mountinfo', line);
      expect(training(put('vault'))).toMatchObject({ ok: true, warning: true });
      expect(real(put('vault')).ok).toBe(false);
    }
    m.file('/proc/self/mountinfo', '20 1 8:17 / / rw - ext4 /dev/sdb1 rw');
    expect(training(put('vault'))).toMatchObject({ ok: false, kind: 'removable' });
  });

  it('refuses everything, when there is no mount table', () => {
    m.file('/proc/self/mountinfo', '');
    expect(real(here)).toMatchObject({ ok: false, kind: 'unknown' });
    expect(training(here).ok).toBe(false);
  });

  it('believes the kernel’s magic number over the mount table, when they disagree', () => {
    const facts = gatherTarget(here, m.root);
    expect(judgeTarget({ ...facts, magic: 0x6969 }, false).kind).toBe('network');
    expect(judgeTarget({ ...facts, magic: 0x01021994 }, false).kind).toBe('volatile');
    expect(judgeTarget({ ...facts, magic: 0xef53 }, false).kind).toBe('internal');
  });

  it('on Windows knows the system drive and network paths only', () => {
    const facts = { platform: 'win32', mount: null, magic: null, disks: [] } as const;
    expect(judgeTarget({ ...facts, realPath: '\\\\server\\share\\x' }, false).kind).toBe('network');
    expect(judgeTarget({ ...facts, realPath: 'C:\\shoumi' }, false).kind).toBe('internal');
    expect(judgeTarget({ ...facts, realPath: 'E:\\shoumi' }, true)).toMatchObject({ ok: false, kind: 'unknown' });
  });

  it('knows whether two folders share a disk', () => {
    m.disk('sdc', { at: ssd.replace('ata1', 'ata2'), number: '8:32', removable: '0', partition: '8:33' });
    const other = put('other');
    mountTable(`30 20 8:33 / ${other} rw - ext4 /dev/sdc1 rw`);
    expect(onSameDisk(here, put('x'), m.root)).toBe(true);
    expect(onSameDisk(here, other, m.root)).toBe(false);
    mountTable(`30 20 0:54 / ${other} rw - tmpfs tmpfs rw`);
    expect(onSameDisk(here, other, m.root)).toBeNull();
  });
});

describe('the machine the tests run on', () => {
  it('answers for its own temporary folder without throwing', () => {
    expect(classifyTarget(here, { trainingVault: false }).reasonZh).toMatch(/。$/);
  });

  it.skipIf(!existsSync('/dev/shm') || statfsSync('/dev/shm').type !== 0x01021994)('calls /dev/shm volatile', () => {
    expect(classifyTarget('/dev/shm/shoumi', { trainingVault: false })).toMatchObject({ ok: false, kind: 'volatile' });
  });

  it('counts the free bytes of a folder that does not exist yet like those of its parent', () => {
    expect(freeBytes(join(here, 'a', 'b'))).toBeGreaterThan(0);
    expect(freeBytes('/proc')).toBe(0);
  });
});
