/** ISO 8601 durations as the API takes them, one unit or several: `P3D`, `PT30M`, `-P1DT12H`. */
export const units = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;

export type Unit = (typeof units)[number];

const pattern = /^(-?)P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const inOrder: readonly Unit[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'];
const letters: Record<Unit, readonly [before: string, after: string]> = {
  years: ['P', 'Y'],
  months: ['P', 'M'],
  weeks: ['P', 'W'],
  days: ['P', 'D'],
  hours: ['PT', 'H'],
  minutes: ['PT', 'M'],
  seconds: ['PT', 'S'],
};

interface Duration {
  readonly negative: boolean;
  readonly parts: readonly { readonly unit: Unit; readonly amount: number }[];
}

export function readDuration(text: string): Duration | undefined {
  const match = pattern.exec(text);
  return match === null
    ? undefined
    : {
        negative: match[1] === '-',
        parts: inOrder.flatMap((unit, at) => (match[at + 2] === undefined ? [] : [{ unit, amount: Number(match[at + 2]) }])),
      };
}

export function writeDuration(amount: number | string, unit: Unit, negative = false): string {
  const [before, after] = letters[unit];
  return `${negative ? '-' : ''}${before}${amount}${after}`;
}

/** `1 day and 12 hours`; what is no duration stands as it is. The sign is for the sentence around it. */
export function durationWords(text: string): string {
  const read = readDuration(text);
  return read === undefined
    ? text
    : new Intl.ListFormat('en').format(read.parts.map(({ unit, amount }) => `${amount.toLocaleString('en')} ${amount === 1 ? unit.slice(0, -1) : unit}`));
}
