import Papa from 'papaparse';
import type { CustomField } from '../api/types';
import type { Mapping } from './importFile';
import { ownProperties } from './properties';

/** The beginning of a file, as far as a person needs it to say what its columns are. */
export interface ImportPreview {
  readonly columns: readonly string[];
  /** The first lines, each with a text for each column. */
  readonly rows: readonly (readonly string[])[];
}

const delimiters = [',', ';', '\t'];
const shownRows = 5;

/** Reads the beginning as the server will read all of it. */
export function previewCsv(beginning: string): ImportPreview {
  const text = beginning.replace(/^\uFEFF/, '');
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = delimiters.find((one) => header.includes(one)) ?? ',';
  const [columns = [], ...rows] = Papa.parse<string[]>(text, { delimiter, preview: shownRows + 1, skipEmptyLines: true, transform: (value) => value.trim() }).data;
  return { columns, rows };
}

/** Columns that are called like a property, however they are written. */
export function guessMapping(columns: readonly string[], fields: readonly Pick<CustomField, 'name'>[]): Mapping {
  const known = new Map([...ownProperties, ...fields.map(({ name }) => name)].map((name) => [plain(name), name]));
  for (const [other, name] of [['emailaddress', 'email'], ['mail', 'email'], ['fullname', 'name']] as const) {
    if (!known.has(other)) {
      known.set(other, name);
    }
  }

  const mapping: Record<string, string> = {};
  for (const column of columns) {
    const property = known.get(plain(column));
    if (property !== undefined && !Object.values(mapping).includes(property)) {
      mapping[column] = property;
    }
  }

  return mapping;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
