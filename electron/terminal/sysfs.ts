import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The kernel's own description of the machine (`/sys`, `/proc`), read as files: no child process, no socket.
 * `os.networkInterfaces()` would open a netlink socket (security.md 1, finding 10).
 * `root` is `/` on a terminal; tests lay out a machine of their own.
 */
export type Sysfs = Readonly<{
  /** Text of a file without surrounding blanks, or null when it is missing or refuses to be read. */
  text(path: string): string | null;
  /** Names in a folder, sorted; null when there is no such folder. */
  names(path: string): readonly string[] | null;
  exists(path: string): boolean;
  /** Where a link leads, as a path below the root; null when it leads nowhere. */
  real(path: string): string | null;
}>;

/** A view of the kernel's files below `root`. Never throws. */
export function sysfsAt(root: string): Sysfs {
  const base = root === '/' ? '/' : realOrNull(root) ?? root;
  const at = (path: string): string => join(base, path);
  return {
    text: (path) => {
      try {
        return readFileSync(at(path), 'utf8').trim();
      } catch {
        // Some attributes answer EINVAL (the carrier of an interface that is down): the same as not there.
        return null;
      }
    },
    names: (path) => {
      try {
        return readdirSync(at(path)).sort();
      } catch {
        return null;
      }
    },
    exists: (path) => realOrNull(at(path)) !== null,
    real: (path) => {
      const real = realOrNull(at(path));
      if (real === null) return null;
      if (base === '/') return real;
      return real.startsWith(`${base}/`) ? real.slice(base.length) : null;
    },
  };
}

function realOrNull(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

export type Mount = Readonly<{ device: string; mountPoint: string; type: string; source: string }>;

/** The mounted file systems in mounting order; null when the kernel does not say. Source: proc_pid_mountinfo(5). */
export function mounts(sys: Sysfs): readonly Mount[] | null {
  const text = sys.text('/proc/self/mountinfo');
  if (text === null) return null;
  return text.split('\n').flatMap((line) => {
    const [left, right] = line.split(' - ');
    const fields = left?.split(' ') ?? [];
    const tail = right?.split(' ') ?? [];
    const [device, mountPoint, type, source] = [fields[2], fields[4], tail[0], tail[1]];
    if (device === undefined || mountPoint === undefined || type === undefined) return [];
    return [{ device, mountPoint: unescapeOctal(mountPoint), type, source: unescapeOctal(source ?? '') }];
  });
}

/** The kernel writes blank, tab, line end and backslash of a path as `\040` and so on. */
function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
