import './app/guard.ts'; // first: it must stand before anything of the page is drawn
import { boot } from './app/boot.tsx';

boot();
