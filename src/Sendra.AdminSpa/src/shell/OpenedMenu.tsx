import { Menu, type MenuProps } from '@mantine/core';
import { cloneElement, useEffect, useRef, useState, type ReactElement, type Ref } from 'react';

interface OpenedMenuProps extends Pick<MenuProps, 'position' | 'width' | 'children'> {
  readonly button: ReactElement;
}

/** A menu that opens as soon as it is there, since its button was pressed before. */
export function OpenedMenu({ button, children, ...props }: OpenedMenuProps) {
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Where the focus goes back to when the menu closes.
    target.current?.focus();
    setOpened(true);
  }, []);
  return (
    <Menu opened={opened} onChange={setOpened} shadow="md" {...props}>
      <Menu.Target>{cloneElement(button as ReactElement<{ readonly ref?: Ref<HTMLButtonElement> }>, { ref: target })}</Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
