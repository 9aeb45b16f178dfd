import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Libraries that only their own pages load. */
const later = ['@xyflow/react', '@codemirror/view', 'mjml-browser'];

/**
 * Fails the build when the first load of a page needs more script than it may: the entry, the routes' own chunks and
 * everything that they import at once.
 */
export function firstLoad(page: string, routes: readonly string[], limitKilobytes: number): Plugin {
  return {
    name: 'first-load',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk');
      const roots = [...chunks.filter((one) => one.isEntry), ...routes.map((route) => find(chunks, route))];
      const needed = new Set<string>();
      const need = (name: string) => {
        const chunk = bundle[name];
        if (chunk?.type === 'chunk' && !needed.has(name)) {
          needed.add(name);
          chunk.imports.forEach(need);
        }
      };
      roots.forEach((one) => need(one.fileName));
      const early = [...needed].find((name) => (bundle[name] as Rolldown.OutputChunk).moduleIds.some((id) => later.some((library) => id.includes(`/node_modules/${library}/`))));
      if (early !== undefined) {
        this.error(`${early} is loaded with ${page}, but holds a library that belongs to a page of its own: one of ${later.join(', ')}.`);
      }

      const bytes = [...needed].reduce((sum, name) => sum + gzipSync((bundle[name] as Rolldown.OutputChunk).code).length, 0);
      const said = `First load of ${page}: ${Math.ceil(bytes / 1000)} kB of script (gzip), ${needed.size} files; the limit is ${limitKilobytes} kB.`;
      if (bytes > limitKilobytes * 1000) {
        this.error(said);
      }

      this.info(said);
    },
  };
}

function find(chunks: readonly Rolldown.OutputChunk[], module: string): Rolldown.OutputChunk {
  const found = chunks.find((one) => one.facadeModuleId?.endsWith(module));
  if (found === undefined) {
    throw new Error(`No chunk is made of ${module}: the routes have changed, so name the new one in vite.config.ts.`);
  }

  return found;
}
