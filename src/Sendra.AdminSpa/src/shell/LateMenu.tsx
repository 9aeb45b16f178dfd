import { cloneElement, Suspense, useState, type ComponentType, type ReactElement } from 'react';

export type MenuButton = ReactElement<{ readonly 'aria-haspopup'?: 'menu'; readonly 'aria-expanded'?: boolean; readonly onPointerEnter?: () => void; readonly onFocus?: () => void; readonly onClick?: () => void }>;

/** What a button opens, the button included. */
export interface LateMenuItemsProps {
  readonly button: MenuButton;
}

interface LateMenuProps {
  readonly items: ComponentType<LateMenuItemsProps>;
  /** Loads the items, which takes the library of menus. */
  readonly load: () => Promise<unknown>;
  readonly children: MenuButton;
}

/** A button on every page: its menu is loaded when somebody comes near, and opened when they press. */
export function LateMenu({ items: Items, load, children }: LateMenuProps) {
  const [wanted, setWanted] = useState(false);
  const near = () => void load();
  const button = cloneElement(children, { 'aria-haspopup': 'menu', 'aria-expanded': false, onPointerEnter: near, onFocus: near, onClick: () => setWanted(true) });
  return wanted ? (
    <Suspense fallback={button}>
      <Items button={children} />
    </Suspense>
  ) : (
    button
  );
}
