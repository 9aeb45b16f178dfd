import { Menu } from '@mantine/core';
import { useRef, type CSSProperties, type Ref } from 'react';
import type { Step, StepType } from '../steps/flow';
import { StepTypeItems } from '../steps/StepTypeItems';
import type { DrawnEdge } from './drawing';
import classes from './AddMenu.module.css';

interface AddMenuProps {
  readonly edge: DrawnEdge | undefined;
  readonly onAdd: (type: StepType) => void;
  readonly onPaste: (steps: readonly Step[]) => void;
  readonly onClose: () => void;
  /** Called when it closes without a choice. */
  readonly onCancel: (edge: DrawnEdge) => void;
}

interface AnchorProps {
  readonly ref?: Ref<HTMLSpanElement>;
  readonly id?: string;
  readonly style: CSSProperties | undefined;
}

/** The place where the menu opens. The buttons are the edges’ own, so it says nothing of a menu. */
function Anchor({ ref, id, style }: AnchorProps) {
  return <span ref={ref} id={id} className={classes.anchor} style={style} />;
}

/** What can be put on an edge. */
export function AddMenu({ edge, onAdd, onPaste, onClose, onCancel }: AddMenuProps) {
  const chosen = useRef(false);
  return (
    <Menu
      opened={edge !== undefined}
      onChange={(opened) => {
        if (!opened) {
          if (edge !== undefined && !chosen.current) {
            onCancel(edge);
          }

          chosen.current = false;
          onClose();
        }
      }}
      position="right"
      hideDetached={false}
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      shadow="md"
      width={300}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <Anchor style={edge && { transform: `translate(${edge.plus.x}px, ${edge.plus.y}px)` }} />
      </Menu.Target>
      <Menu.Dropdown aria-label="Steps to add" className={classes.menu}>
        <StepTypeItems
          onPick={(type) => {
            chosen.current = true;
            onAdd(type);
          }}
          onPaste={(steps) => {
            chosen.current = true;
            onPaste(steps);
          }}
        />
      </Menu.Dropdown>
    </Menu>
  );
}
