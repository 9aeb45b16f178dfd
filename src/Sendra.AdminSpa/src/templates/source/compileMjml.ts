// MJML is large, and expects to be a script of its own: it is loaded when there is MJML.
import address from 'mjml-browser/lib/index.js?url';

type Mjml = (source: string, options: { readonly validationLevel: 'soft'; readonly keepComments: boolean }) => {
  readonly html: string;
  readonly errors: readonly { readonly line: number; readonly message: string; readonly tagName?: string }[];
};

export interface Compiled {
  readonly html: string;
  /** What MJML left out, or why there is no HTML. */
  readonly problems: readonly string[];
}

let loading: Promise<Mjml> | undefined;

/** The HTML of an MJML source; empty where it can't be read. Liquid stays as it is. */
export async function compileMjml(source: string): Promise<Compiled> {
  const mjml = await (loading ??= load());
  try {
    const { html, errors } = mjml(source, { validationLevel: 'soft', keepComments: false });
    return { html, problems: errors.map(({ line, message, tagName }) => `Line ${line}${tagName === undefined ? '' : `, ${tagName}`}: ${message}`) };
  } catch (failure) {
    return { html: '', problems: [failure instanceof Error ? failure.message : String(failure)] };
  }
}

function load(): Promise<Mjml> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve(toFunction((window as unknown as { mjml: Mjml | { default: Mjml } }).mjml));
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new TypeError('MJML could not be loaded.'));
    };
    document.head.append(script);
  });
}

const toFunction = (mjml: Mjml | { default: Mjml }): Mjml => (typeof mjml === 'function' ? mjml : mjml.default);
