import type { Sysfs } from './sysfs.ts';
import { mounts, sysfsAt } from './sysfs.ts';
import { pulledOut } from './disks.ts';

/** What is looked at, in the order of the printed statement. */
export const isolationChecks = ['network', 'wireless', 'bluetooth', 'otherRadio', 'removableMedia', 'camera', 'microphone'] as const;
export type IsolationCheck = (typeof isolationChecks)[number];

/** One line of the terminal's own check: what was looked at, whether it is in order, the sentence, the clause. */
export type Finding = Readonly<{ check: IsolationCheck; ok: boolean; findingZh: string; source: string }>;

const law = '《中华人民共和国保守国家秘密法》（2024年修订）第三十一条';
const sources: Readonly<Record<IsolationCheck, string>> = {
  network: `${law}第一项；规则P175`,
  wireless: `${law}第一项；规则P175、P176`,
  bluetooth: `${law}第一项；规则P176`,
  otherRadio: `${law}第一项；规则P176`,
  removableMedia: `${law}；规则P171、P172、P173`,
  camera: `${law}；规则P176`,
  microphone: `${law}；规则P176`,
};

type Looked = Readonly<{ ok: boolean; findingZh: string }>;
const fine = (findingZh: string): Looked => ({ ok: true, findingZh });
const found = (findingZh: string): Looked => ({ ok: false, findingZh });

/**
 * The terminal's own check: one finding for each check, in a fixed order, worded for the person at the terminal.
 * Reads files below `/sys` and `/proc` only; opens no socket and starts no process. Never throws: what cannot be looked at is
 * reported as not checked and counts as not in order. It sees the running system, not a cable in a drawer: wireless keyboards
 * and loudspeakers (also P176) stay with the person who inspects the machine.
 * Sources: LAW24 article 31; P171-P173, P175, P176.
 *
 * @param root where the kernel's files are found; tests pass a machine of their own
 * @param platform as in `process.platform`; anything but Linux is answered with "未能检查"
 */
export function inspectTerminal(root = '/', platform: NodeJS.Platform = process.platform): readonly Finding[] {
  const sys = sysfsAt(root);
  return isolationChecks.map((check) => ({ check, ...looked(sys, platform, check), source: sources[check] }));
}

function looked(sys: Sysfs, platform: NodeJS.Platform, check: IsolationCheck): Looked {
  if (platform !== 'linux') return unchecked(check, '本程序目前只能在 Linux 系统上读取设备状态');
  if (!sys.exists('/sys/class/net')) return unchecked(check, '系统没有提供设备信息（/sys）');
  return lookers[check](sys);
}

const checkZh: Readonly<Record<IsolationCheck, string>> = {
  network: '网络连接',
  wireless: '无线网卡',
  bluetooth: '蓝牙',
  otherRadio: '其他无线模块',
  removableMedia: '移动存储介质',
  camera: '摄像头',
  microphone: '麦克风',
};

function unchecked(check: IsolationCheck, why: string): Looked {
  return found(`未能检查${checkZh[check]}：${why}。请由保密办人员到场查看，并把结果记入计算机检查记录。`);
}

const lookers: Readonly<Record<IsolationCheck, (sys: Sysfs) => Looked>> = { network, wireless, bluetooth, otherRadio, removableMedia, camera, microphone };

function network(sys: Sysfs): Looked {
  const names = interfaces(sys);
  const connected = names.filter((name) => isConnected(sys, name));
  if (connected.length > 0) {
    return found(`网络接口已接通：${list(connected)}。涉密计算机不得接入任何网络。请立即拔除网线、停用接口，并报告保密办。`);
  }
  if (names.length > 0) return fine(`未发现接通的网络；机内有未接通的网络接口：${list(names)}，建议在固件或系统设置中停用。`);
  return fine('未发现网络接口。');
}

function interfaces(sys: Sysfs): readonly string[] {
  // 772 is the loopback's hardware type (ARPHRD_LOOPBACK): it leads nowhere.
  return (sys.names('/sys/class/net') ?? []).filter((name) => name !== 'lo' && sys.text(`/sys/class/net/${name}/type`) !== '772' && sys.exists(`/sys/class/net/${name}/operstate`));
}

function isConnected(sys: Sysfs, name: string): boolean {
  const state = sys.text(`/sys/class/net/${name}/operstate`);
  if (state === 'up' || state === 'dormant' || sys.text(`/sys/class/net/${name}/carrier`) === '1') return true;
  // Tunnels and modems never tell their state; switched on (IFF_UP) is all there is to know about them.
  const flags = Number(sys.text(`/sys/class/net/${name}/flags`) ?? '0');
  return state === 'unknown' && (flags & 1) === 1;
}

function wireless(sys: Sysfs): Looked {
  const cards = (sys.names('/sys/class/net') ?? []).filter((name) => sys.exists(`/sys/class/net/${name}/wireless`) || sys.exists(`/sys/class/net/${name}/phy80211`));
  return radio(sys, '无线网卡', [...cards, ...without(cards, sys, '/sys/class/ieee80211')], ['wlan']);
}

/** Radios whose card shows no interface are still radios. */
function without(cards: readonly string[], sys: Sysfs, folder: string): readonly string[] {
  return cards.length > 0 ? [] : sys.names(folder) ?? [];
}

function bluetooth(sys: Sysfs): Looked {
  return radio(sys, '蓝牙模块', (sys.names('/sys/class/bluetooth') ?? []).filter((name) => /^hci\d+$/.test(name)), ['bluetooth']);
}

function otherRadio(sys: Sysfs): Looked {
  const known = ['wlan', 'bluetooth'];
  const switches = (sys.names('/sys/class/rfkill') ?? []).map((name) => sys.text(`/sys/class/rfkill/${name}/type`) ?? '不明类型');
  const kinds = [...new Set(switches.filter((kind) => !known.includes(kind)))];
  const modems = (sys.names('/sys/class/net') ?? []).filter((name) => sys.text(`/sys/class/net/${name}/uevent`)?.includes('DEVTYPE=wwan') ?? false);
  return radio(sys, '其他无线模块', [...modems, ...(sys.names('/sys/class/nfc') ?? []), ...kinds], kinds);
}

/**
 * A radio is in order when it is not there, or when a hardware switch holds all radios of its kind (P176: "disabled by technical
 * means"). A software block can be lifted by whoever sits there, so it does not count.
 */
function radio(sys: Sysfs, what: string, names: readonly string[], kinds: readonly string[]): Looked {
  const switches = (sys.names('/sys/class/rfkill') ?? []).filter((name) => kinds.includes(sys.text(`/sys/class/rfkill/${name}/type`) ?? ''));
  if (names.length === 0 && switches.length === 0) return fine(`未发现${what}。`);
  const shown = list(names.length > 0 ? names : switches);
  if (switches.length > 0 && switches.every((name) => sys.text(`/sys/class/rfkill/${name}/hard`) === '1')) {
    return fine(`${what}（${shown}）已由硬件开关切断；建议拆除。`);
  }
  const soft = switches.length > 0 && switches.every((name) => sys.text(`/sys/class/rfkill/${name}/soft`) === '1');
  const state = soft ? '只由软件停用，随时可以恢复' : '可以使用';
  return found(`发现${what}：${shown}，${state}。涉密计算机不得装有无线模块。请拆除或在固件中停用，处理前不要处理涉密信息。`);
}

function removableMedia(sys: Sysfs): Looked {
  const blocks = sys.names('/sys/block');
  if (blocks === null) return unchecked('removableMedia', '系统没有提供磁盘信息（/sys/block）');
  const mounted = mounts(sys);
  if (mounted === null) return unchecked('removableMedia', '系统没有提供挂载信息（/proc/self/mountinfo）');
  const inserted = blocks.filter((name) => {
    const disk = sys.real(`/sys/block/${name}`) ?? `/sys/block/${name}`;
    if (/\/virtual\/block\//.test(disk) || !pulledOut(sys, disk)) return false;
    // An empty card reader or optical drive is a slot, not a medium; an optical drive keeps an invented size.
    const empty = sys.text(`${disk}/size`) === '0' || (name.startsWith('sr') && !isMounted(sys, disk, mounted.map((m) => m.device)));
    return !empty;
  });
  if (inserted.length === 0) return fine('未发现插入的移动存储介质。');
  const marked = inserted.map((name) => (isMounted(sys, sys.real(`/sys/block/${name}`) ?? '', mounted.map((m) => m.device)) ? `${name}（已挂载）` : name));
  return found(`发现移动存储介质：${list(marked)}。只能使用保密办统一配发、并与本机绑定的介质。请核对介质编号；不是本机绑定的立即拔出，并报告保密办。`);
}

function isMounted(sys: Sysfs, disk: string, devices: readonly string[]): boolean {
  const own = sys.text(`${disk}/dev`);
  const parts = (sys.names(disk) ?? []).map((part) => sys.text(`${disk}/${part}/dev`));
  return [own, ...parts].some((device) => device !== null && devices.includes(device));
}

function camera(sys: Sysfs): Looked {
  const names = (sys.names('/sys/class/video4linux') ?? []).map((name) => sys.text(`/sys/class/video4linux/${name}/name`) ?? name);
  if (names.length === 0) return fine('未发现摄像头。');
  return found(`发现摄像设备：${list([...new Set(names)])}。涉密计算机不得装有摄像头。请拆除或在固件中停用，处理前遮蔽镜头。`);
}

function microphone(sys: Sysfs): Looked {
  const inputs = (sys.text('/proc/asound/pcm') ?? '').split('\n').filter((line) => /: capture \d+/.test(line)).map((line) => line.split(':')[1]?.trim() ?? line);
  // Without /proc/asound the sound class still lists one device per capture stream: pcmC0D0c.
  const streams = inputs.length > 0 ? inputs : (sys.names('/sys/class/sound') ?? []).filter((name) => /^pcmC\d+D\d+c$/.test(name));
  if (streams.length === 0) return fine('未发现录音输入设备。');
  return found(`发现录音输入设备：${list([...new Set(streams)])}。涉密计算机不得装有麦克风。请拆除或在固件中停用，并确认没有外接话筒。`);
}

const list = (names: readonly string[]): string => names.join('、');
