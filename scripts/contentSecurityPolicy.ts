/** Adds the Content-Security-Policy to the built page and to the development server. */
import { randomBytes } from 'node:crypto';
import type { Plugin } from 'vite';
import { developmentPolicy, pagePolicy } from '../src/offline/headers.ts';

/** Must stand within the first kilobyte; the policy precedes everything that loads. */
const CHARSET = '<meta charset="utf-8" />';

export function contentSecurityPolicy(): Plugin {
  return {
    name: 'etude-content-security-policy',
    config(_, { command, mode, isPreview }) {
      // Vitest generates its own pages.
      if (command !== 'serve' || isPreview || mode === 'test') return undefined;
      const nonce = randomBytes(16).toString('base64');
      return {
        html: { cspNonce: nonce },
        server: { headers: { 'Content-Security-Policy': developmentPolicy(nonce) } },
      };
    },
    transformIndexHtml(html, { server }) {
      if (server) return html;
      // Vite's tag API would escape the quotes, which people and checks look for.
      const policy = `<meta http-equiv="Content-Security-Policy" content="${pagePolicy}" />`;
      const withPolicy = html.replace(CHARSET, `${CHARSET}\n    ${policy}`);
      if (withPolicy === html)
        throw new Error(`index.html has no ${CHARSET} to put a policy after.`);
      return withPolicy;
    },
  };
}
