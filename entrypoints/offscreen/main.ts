import { serveOffscreen } from '../../platform/offscreen.ts';

serveOffscreen(() => close());
