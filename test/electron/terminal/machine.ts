import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

export type Machine = Readonly<{
  root: string;
  file(path: string, text: string): void;
  link(path: string, goal: string): void;
  folder(path: string): void;
  /** A disk as the kernel lays it out, with one partition when `partition` is given. Returns its folder. */
  disk(name: string, o: Readonly<{ at: string; number: string; removable: '0' | '1'; size?: string; partition?: string }>): string;
}>;

/** A kernel of our own: `/sys` and `/proc` laid out in a temporary folder. Starts with a loopback, no disks, an empty mount table. */
export function machine(): Machine {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'machine-')));
  const at = (path: string): string => join(root, path);
  const file = (path: string, text: string): void => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), `${text}\n`);
  };
  const folder = (path: string): void => void mkdirSync(at(path), { recursive: true });
  const link = (path: string, goal: string): void => {
    folder(dirname(path));
    symlinkSync(relative(dirname(at(path)), at(goal)), at(path));
  };
  const disk: Machine['disk'] = (name, o) => {
    const home = `/sys/devices/${o.at}/block/${name}`;
    file(`${home}/removable`, o.removable);
    file(`${home}/size`, o.size ?? '1000215216');
    file(`${home}/dev`, o.number);
    link(`/sys/block/${name}`, home);
    link(`/sys/class/block/${name}`, home);
    link(`/sys/dev/block/${o.number}`, home);
    if (o.partition !== undefined) {
      file(`${home}/${name}1/partition`, '1');
      file(`${home}/${name}1/dev`, o.partition);
      link(`/sys/class/block/${name}1`, `${home}/${name}1`);
      link(`/sys/dev/block/${o.partition}`, `${home}/${name}1`);
    }
    return home;
  };
  file('/sys/class/net/lo/operstate', 'unknown');
  file('/sys/class/net/lo/type', '772');
  file('/sys/class/net/lo/flags', '0x9');
  folder('/sys/block');
  file('/proc/self/mountinfo', '');
  return { root, file, link, folder, disk };
}
