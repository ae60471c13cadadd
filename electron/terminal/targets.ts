import { readlinkSync, realpathSync, statfsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Disk } from './disks.ts';
import { disksBehind } from './disks.ts';
import type { Mount, Sysfs } from './sysfs.ts';
import { mounts, sysfsAt } from './sysfs.ts';

/** Where a folder lies. Only `internal` may hold a vault or a backup of state secrets. */
export const targetKinds = ['internal', 'removable', 'network', 'volatile', 'unknown', 'cloud'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** The answer for one folder. `warning` marks a target that is open to training vaults only; the sentence must then be shown. */
export type Target = Readonly<{ ok: boolean; kind: TargetKind; reasonZh: string; warning: boolean }>;

/** What is known about a folder before it is judged. */
export type TargetFacts = Readonly<{ realPath: string; platform: NodeJS.Platform; mount: Mount | null; magic: number | null; disks: readonly Disk[] }>;

const law = '《中华人民共和国保守国家秘密法》（2024年修订）第三十一条';
const inner = '请改选本机内置硬盘上的文件夹。';

/**
 * Judges a folder for a vault or a backup, whether it exists yet or not. Links are resolved first; silence refuses.
 * Never throws. Source: security.md 8.2; LAW24 article 31; cli.md exit code 6.
 *
 * A training vault (made with `--test-clock`, every page of it marked as sample data) holds no secrets, so it may also lie on
 * volatile storage and on whatever the machine itself is rooted on: test machines run from overlays and RAM disks. It gets
 * `warning: true`. Removable media, network shares and cloud folders are refused to it all the same.
 */
export function classifyTarget(path: string, o: Readonly<{ trainingVault: boolean; root?: string }>): Target {
  return judgeTarget(gatherTarget(path, o.root ?? '/'), o.trainingVault);
}

/** Reads what the kernel says about a folder or its nearest existing parent. */
export function gatherTarget(path: string, root = '/', platform: NodeJS.Platform = process.platform): TargetFacts {
  const absolute = resolve(path);
  const realPath = realTarget(absolute);
  if (realPath === null) return { realPath: absolute, platform, mount: null, magic: null, disks: [] };
  if (platform !== 'linux') return { realPath, platform, mount: null, magic: null, disks: [] };
  const sys = sysfsAt(root);
  const mount = mountOf(realPath, mounts(sys) ?? []);
  return { realPath, platform, mount, magic: root === '/' ? magicOf(realPath) : null, disks: mount === null ? [] : disksOf(sys, mount) };
}

/** Pure: facts in, verdict out. */
export function judgeTarget(facts: TargetFacts, trainingVault: boolean): Target {
  const [kind, whatZh] = kindOf(facts);
  if (kind === 'internal') return { ok: true, kind, reasonZh: '该文件夹在本机内置硬盘上。', warning: false };
  const ownRoot = facts.mount?.mountPoint === '/' && kind !== 'removable' && kind !== 'cloud';
  if (trainingVault && (kind === 'volatile' || ownRoot)) {
    return { ok: true, kind, warning: true, reasonZh: `${whatZh}，断电或重启后内容可能丢失。演示数据库可以放在这里；正式数据库不得使用该位置。` };
  }
  return { ok: false, kind, warning: false, reasonZh: `不能使用该文件夹：${whatZh}。${why[kind]}${inner}` };
}

const why: Readonly<Record<Exclude<TargetKind, 'internal'>, string>> = {
  removable: '移动存储介质未经保密办统一配发和绑定，不得存放涉密数据（规则P171、P172、P173）。',
  network: `涉密数据不得离开本机进入网络（${law}第一项）。`,
  cloud: `同步文件夹会把数据送上公共网络（${law}第一项）。`,
  volatile: '断电或重启后内容会丢失，不能作为台账或备份的存放处。',
  unknown: '不能确认它是本机内置硬盘，按规定不予使用。',
};

/** File systems that live on a disk of this machine. Everything that is named nowhere is unknown, and refused. */
const localTypes = new Set(['ext2', 'ext3', 'ext4', 'xfs', 'btrfs', 'f2fs', 'jfs']);
const removableTypes = new Set(['vfat', 'msdos', 'exfat', 'udf', 'iso9660']);
const volatileTypes = new Set(['tmpfs', 'ramfs', 'devtmpfs', 'overlay', 'overlayfs', 'aufs', 'squashfs']);
const networkTypes = new Set(['nfs', 'nfs4', 'cifs', 'smb', 'smb2', 'smb3', 'smbfs', 'ncpfs', 'afs', 'coda', '9p', 'ceph', 'gpfs', 'lustre', 'ocfs2', 'gfs2', 'virtiofs', 'vboxsf', 'vmhgfs', 'davfs', 'glusterfs', 'beegfs', 'fuse']);

/** The same by `statfs` magic, in case a mount table lies or is missing. Source: statfs(2). */
const networkMagic = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c, 0x5346414f, 0x73757245, 0x01021997, 0x00c36400, 0x47504653, 0x0bd00bd0, 0x65735546]);
const volatileMagic = new Set([0x01021994, 0x858458f6, 0x794c7630]);

/** Folder names that sync programs keep. Compared with whole path segments, case folded. */
const cloudFolder = /^(dropbox|onedrive( - .*)?|google ?drive|my drive|icloud ?drive|nextcloud|owncloud|seafile|syncthing|megasync|pcloud ?drive|box sync|nutstore( files)?|我的坚果云|坚果云|baidunetdisk|baidusyncdisk|百度网盘|百度云同步盘|wpsdrive|wps云盘|wps cloud files|weiyun|腾讯微云|微云|adrive|阿里云盘|115(pan|网盘)?|天翼云盘|和彩云)$/iu;

function kindOf(facts: TargetFacts): readonly [TargetKind, string] {
  const cloud = facts.realPath.split(/[\\/]/).find((segment) => cloudFolder.test(segment));
  if (cloud !== undefined) return ['cloud', `“${cloud}”是网盘或同步程序的文件夹`];
  if (facts.platform === 'win32') return windowsKind(facts.realPath);
  if (facts.platform !== 'linux') return ['unknown', '本程序不能在这个系统上判定磁盘'];

  const type = facts.mount?.type ?? '';
  if (networkTypes.has(type) || type.startsWith('fuse.') || magicIn(facts, networkMagic)) return ['network', '它在网络共享或外接的文件系统上'];
  if (volatileTypes.has(type) || magicIn(facts, volatileMagic)) return ['volatile', '它在内存或临时的文件系统上'];
  if (removableTypes.has(type)) return ['removable', '它在U盘、存储卡或光盘的文件系统上'];
  const disks = facts.disks;
  if (disks.some((disk) => disk.kind === 'removable')) return ['removable', `它所在的磁盘（${named(disks, 'removable')}）可以拔下带走`];
  if (disks.some((disk) => disk.kind === 'network')) return ['network', `它所在的磁盘（${named(disks, 'network')}）接在网络上`];
  if (disks.some((disk) => disk.kind === 'memory')) return ['volatile', `它所在的磁盘（${named(disks, 'memory')}）在内存中`];
  if (disks.length > 0 && disks.every((disk) => disk.kind === 'fixed') && localTypes.has(type)) return ['internal', ''];
  return ['unknown', type === '' ? '查不到它所在的磁盘' : `不认识它所在的文件系统或磁盘（${type}）`];
}

const magicIn = (facts: TargetFacts, magics: ReadonlySet<number>): boolean => facts.magic !== null && magics.has(facts.magic);
const named = (disks: readonly Disk[], kind: Disk['kind']): string => disks.filter((disk) => disk.kind === kind).map((disk) => disk.name).join('、');

/** Without a native add-on Windows tells us no drive type: only the drive Windows itself runs from is known to be internal. */
function windowsKind(realPath: string): readonly [TargetKind, string] {
  if (/^(\\\\|\/\/)/.test(realPath)) return ['network', '它是网络路径'];
  const system = process.env['SystemDrive'] ?? 'C:';
  if (realPath.toUpperCase().startsWith(`${system.toUpperCase()}\\`)) return ['internal', ''];
  return ['unknown', '不能确认该盘是不是内置硬盘'];
}

/**
 * The folder with every link resolved, as far as it exists already. A link whose goal does not exist yet (a medium not plugged in)
 * counts as its goal; links in a circle lead nowhere: null.
 */
function realTarget(path: string, links = 0): string | null {
  if (links > 40) return null;
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    if (parent === path) return path;
    const above = realTarget(parent, links);
    if (above === null) return null;
    const here = join(above, basename(path));
    const goal = linkGoal(here);
    return goal === null ? here : realTarget(resolve(above, goal), links + 1);
  }
}

function linkGoal(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

/** The deepest mount above the path; of several on one point, the last one covers the others. */
function mountOf(path: string, table: readonly Mount[]): Mount | null {
  let best: Mount | null = null;
  for (const mount of table) {
    const under = mount.mountPoint === '/' || path === mount.mountPoint || path.startsWith(`${mount.mountPoint}${sep}`);
    if (under && (best === null || mount.mountPoint.length >= best.mountPoint.length)) best = mount;
  }
  return best;
}

function disksOf(sys: Sysfs, mount: Mount): readonly Disk[] {
  if (!mount.device.startsWith('0:')) return disksBehind(sys, mount.device);
  // btrfs and others show an invented number; the source names the real device, perhaps through a link of /dev.
  const device = sys.real(mount.source) ?? mount.source;
  const number = mount.source.startsWith('/dev/') ? sys.text(`/sys/class/block/${basename(device)}/dev`) : null;
  return number === null ? [] : disksBehind(sys, number);
}

function magicOf(path: string): number | null {
  try {
    return statfsSync(existing(path)).type >>> 0;
  } catch {
    return null;
  }
}

function existing(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    if (parent === path) throw new Error('nothing of this path exists');
    return existing(parent);
  }
}

/** Bytes that an ordinary user may still write at a folder, or at its nearest existing parent. Throws when the disk cannot be asked. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(existing(resolve(path)));
  return bavail * bsize;
}

/**
 * Whether two folders share a physical disk: a backup there survives a mistake, but not the death of the disk (security.md 8.2).
 * Null when the machine does not say.
 */
export function onSameDisk(a: string, b: string, root = '/'): boolean | null {
  const [left, right] = [gatherTarget(a, root).disks, gatherTarget(b, root).disks];
  if (left.length === 0 || right.length === 0) return null;
  return left.some((disk) => right.some((other) => other.name === disk.name));
}
