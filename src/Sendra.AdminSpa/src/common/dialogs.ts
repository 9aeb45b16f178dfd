import { modals } from '@mantine/modals';

let markReady: () => void;
const ready = new Promise<void>((resolve) => {
  markReady = resolve;
});

/** Called once what shows dialogs is there: it is loaded after the page. */
export const dialogsAreReady = () => markReady();

type Dialog = Parameters<typeof modals.open>[0];

/** Opens a dialog over the page. What it shows is given what closes it. */
export function openDialog({ children, ...dialog }: Omit<Dialog, 'children' | 'modalId'> & { readonly children: (close: () => void) => React.ReactNode }) {
  const modalId = crypto.randomUUID();
  void ready.then(() => modals.open({ ...dialog, modalId, children: children(() => modals.close(modalId)) }));
}

/** Opens a question with two buttons. */
export function openQuestion(question: Parameters<typeof modals.openConfirmModal>[0]) {
  void ready.then(() => modals.openConfirmModal(question));
}
