import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes } from 'react';

type Html<P> = P & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P>;

/** A text link to a route, with that route's parameters checked by the compiler. */
export const LinkTo = createLink(
  forwardRef<HTMLAnchorElement, Html<AnchorProps>>(function LinkTo(props, ref) {
    return <Anchor ref={ref} {...props} />;
  }),
);

/** A link that looks like a button. */
export const ButtonTo = createLink(
  forwardRef<HTMLAnchorElement, Html<ButtonProps>>(function ButtonTo(props, ref) {
    return <Button component="a" ref={ref} {...props} />;
  }),
);
