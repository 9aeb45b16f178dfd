import { answer, api } from '../api/client';
import { notifyProblem } from './notify';

/** Lets the browser download an export, once the server would let it through: what a browser fetches by itself can't ask who one is. */
export async function download(address: string) {
  try {
    await answer(api.GET('/api/auth/confirm'));
  } catch (failure) {
    notifyProblem('We couldn’t export this', failure);
    return;
  }

  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
