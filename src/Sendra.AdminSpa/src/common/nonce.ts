/** The Content-Security-Policy lets in only style elements that carry this page's nonce. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
