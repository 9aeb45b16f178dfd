/**
 * A mail's HTML for a frame in which no script runs. The page's Content-Security-Policy holds there, too: styles need its nonce, so those of
 * single elements become rules, which win over all others as they did before. What would be loaded from elsewhere is left out, but for pictures.
 */
export function mailDocument(html: string, nonce: string): string {
  const mail = new DOMParser().parseFromString(withNonce(withoutStyles(html), nonce), 'text/html');
  mail.querySelectorAll('script, link, base, meta[http-equiv]').forEach((one) => one.remove());
  // A link shows where it leads, and opens nothing.
  mail.querySelectorAll('a[href], area[href]').forEach((link) => link.setAttribute('target', '_blank'));
  mail.querySelectorAll('style').forEach((style) => {
    style.textContent = (style.textContent ?? '').replace(/@import[^;]*;/g, '');
  });
  const own = mail.createElement('style');
  own.setAttribute('nonce', nonce);
  own.textContent = [...mail.querySelectorAll(`[${kept}]`)].map((element, at) => {
    const rule = `[${kept}="${at}"]:not(#a#b#c) { ${element.getAttribute(kept)!.replace(/[{}]/g, '')} }`;
    element.setAttribute(kept, String(at));
    return rule;
  }).join('\n');
  mail.head.append(own);
  return `<!doctype html>${mail.documentElement.outerHTML}`;
}

const kept = 'data-own-style';

/** The HTML with its style attributes under another name: parsing them would already be refused. */
export function withoutStyles(html: string): string {
  return html.replace(/<[a-z][^\s>/]*(?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, `$1${kept}$2`));
}

/** The HTML whose style elements are let in. */
export function withNonce(html: string, nonce: string): string {
  return html.replace(/<style(?=[\s>])/gi, `<style nonce="${nonce}"`);
}
