import { expect, it } from 'vitest';
import { findsZone, timeZones } from './timeZones';

it('lists each zone once, also one that the browser does not know', () => {
  const zones = timeZones('Mars/Olympus_Mons', 'UTC', 'Europe/Berlin');

  expect(zones[0]).toBe('UTC');
  expect(zones).toContain('Mars/Olympus_Mons');
  expect(new Set(zones).size).toBe(zones.length);
});

it('finds a zone as people write it', () => {
  expect(findsZone('America/New_York', 'new york')).toBe(true);
  expect(findsZone('Europe/Berlin', 'berl')).toBe(true);
  expect(findsZone('Europe/Berlin', 'rome')).toBe(false);
});
