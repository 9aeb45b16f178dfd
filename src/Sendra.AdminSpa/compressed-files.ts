import { promisify } from 'node:util';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const types = /\.(js|css|svg|json)$/;

// What is smaller fits into one packet anyway.
const leastBytes = 1_024;

/** Writes each asset compressed beside itself, as small as can be: the server sends these, and compresses nothing. */
export function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    apply: 'build',
    async writeBundle({ dir }) {
      const assets = join(dir!, 'assets');
      await Promise.all(
        (await readdir(assets)).filter((name) => types.test(name)).map(async (name) => {
          const path = join(assets, name);
          const content = await readFile(path);
          if (content.length >= leastBytes) {
            const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
            await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
            await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }));
          }
        }),
      );
    },
  };
}
