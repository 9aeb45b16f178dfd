import { modals } from '@mantine/modals';

let markWanted: () => void;
let markReady: () => void;
const ready = new Promise<void>((resolve) => {
  markReady = resolve;
});

/** Done once somebody may soon need what shows dialogs and notices. */
export const dialogsAreWanted = new Promise<void>((resolve) => {
  markWanted = resolve;
});

export const wantDialogs = () => markWanted();

/** Called once what shows them is there. */
export const dialogsAreReady = () => markReady();

type Dialog = Parameters<typeof modals.open>[0];

/** Opens a dialog over the page. What it shows is given what closes it. */
export function openDialog({ children, ...dialog }: Omit<Dialog, 'children' | 'modalId'> & { readonly children: (close: () => void) => React.ReactNode }) {
  const modalId = crypto.randomUUID();
  whenReady(() => modals.open({ ...dialog, modalId, children: children(() => modals.close(modalId)) }));
}

/** Opens a question with two buttons. */
export function openQuestion(question: Parameters<typeof modals.openConfirmModal>[0]) {
  whenReady(() => modals.openConfirmModal(question));
}

function whenReady(open: () => void) {
  wantDialogs();
  void ready.then(open);
}
