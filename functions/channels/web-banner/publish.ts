/** Web banner: a file for the site that shows it. */
import { fileConnector } from '../publishing/file.ts';

export const webBanner = fileConnector('web-banner', 'the site');
