import { dirname } from 'node:path';
import type { Sysfs } from './sysfs.ts';

/** How a disk is attached, as far as the kernel tells. `fixed` is an internal disk, the virtual disk of a virtual machine included. */
export type DiskKind = 'fixed' | 'removable' | 'network' | 'memory' | 'unknown';
export type Disk = Readonly<{ name: string; kind: DiskKind }>;

/** The disks behind a block device `major:minor`: through partitions, encryption, LVM and RAID down to what can be pulled out. */
export function disksBehind(sys: Sysfs, device: string): readonly Disk[] {
  const path = sys.real(`/sys/dev/block/${device}`);
  return path === null ? [] : disksAt(sys, path, 0);
}

function disksAt(sys: Sysfs, path: string, depth: number): readonly Disk[] {
  // A partition has no `removable` of its own; its parent folder is the disk.
  const disk = sys.exists(`${path}/partition`) ? dirname(path) : path;
  const slaves = sys.names(`${disk}/slaves`) ?? [];
  if (slaves.length > 0 && depth < 8) {
    return slaves.flatMap((slave) => {
      const real = sys.real(`${disk}/slaves/${slave}`);
      return real === null ? [{ name: slave, kind: 'unknown' as const }] : disksAt(sys, real, depth + 1);
    });
  }
  return [{ name: disk.slice(disk.lastIndexOf('/') + 1), kind: kindOf(sys, disk) }];
}

function kindOf(sys: Sysfs, disk: string): DiskKind {
  if (pulledOut(sys, disk)) return 'removable';
  if (/\/(zram|ram)\d+$/.test(disk)) return 'memory';
  if (/\/(nbd|rbd|drbd)\d+$/.test(disk) || /\/session\d+\/target/.test(disk)) return 'network';
  // A loop device is a file somewhere else: nobody here knows where.
  if (/\/virtual\/block\//.test(disk)) return 'unknown';
  return sys.text(`${disk}/removable`) === '0' ? 'fixed' : 'unknown';
}

/** Whether a disk can be carried away: the kernel says so, or it hangs on USB, a card reader or FireWire (security.md 8.2). */
export function pulledOut(sys: Sysfs, disk: string): boolean {
  return sys.text(`${disk}/removable`) === '1' || /\/(usb\d+|mmc_host|fw\d+)(\/|$)/.test(disk);
}
