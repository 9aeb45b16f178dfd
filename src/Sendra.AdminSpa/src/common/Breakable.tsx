import { Fragment } from 'react';

/** A name or an address without spaces: where it is too long for its line, it breaks at what separates its parts. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?=[@._])/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
