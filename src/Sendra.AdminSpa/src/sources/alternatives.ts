/** The places of a path that are tried in order: `email || customer.email`. */
export function alternatives(path: string): string[] {
  return path
    .split('||')
    .map((place) => place.trim())
    .filter((place) => place !== '');
}

/** The path with one more place, which is tried first; or without it, when it was there. */
export function toggled(path: string, place: string): string {
  const places = alternatives(path);
  return (places.includes(place) ? places.filter((one) => one !== place) : [place, ...places]).join(' || ');
}
