/** The languages in which a call is shown. */
export const languages = ['curl', 'javascript', 'python', 'csharp'] as const;

export type Language = (typeof languages)[number];

export const languageTitles: Readonly<Record<Language, string>> = { curl: 'curl', javascript: 'JavaScript', python: 'Python', csharp: 'C#' };

/** A text as one word of a POSIX shell, whatever it holds. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A program that sends an event: the body stands in it as it was written, so that no digit is lost. */
export function sendCode(language: Language, origin: string, apiKey: string, body: string): string {
  const url = `${origin}/api/events/send`;
  switch (language) {
    case 'curl':
      return [
        `curl -sS ${url} \\`,
        `  -H ${shellWord(`Authorization: Bearer ${apiKey}`)} \\`,
        `  -H 'Content-Type: application/json' \\`,
        `  -d ${shellWord(body)}`,
      ].join('\n');
    case 'javascript':
      return [
        `const response = await fetch('${url}', {`,
        `  method: 'POST',`,
        `  headers: { Authorization: 'Bearer ${apiKey}', 'Content-Type': 'application/json' },`,
        `  body: JSON.stringify(${indented(body)}),`,
        `});`,
        `console.log(await response.json());`,
      ].join('\n');
    case 'python':
      return [
        `import urllib.request`,
        ``,
        `body = ${pythonText(body)}`,
        `request = urllib.request.Request(`,
        `    "${url}",`,
        `    data=body.encode(),`,
        `    headers={"Authorization": "Bearer ${apiKey}", "Content-Type": "application/json"},`,
        `)`,
        `print(urllib.request.urlopen(request).read().decode())`,
      ].join('\n');
    case 'csharp': {
      const quotes = '"'.repeat(Math.max(3, ...(body.match(/"+/g) ?? []).map((run) => run.length + 1)));
      return [
        `using var client = new HttpClient();`,
        `client.DefaultRequestHeaders.Authorization = new("Bearer", "${apiKey}");`,
        `using var response = await client.PostAsync("${url}", new StringContent(`,
        `    ${quotes}`,
        ...body.split('\n').map((line) => `    ${line}`),
        `    ${quotes},`,
        `    System.Text.Encoding.UTF8,`,
        `    "application/json"));`,
        `Console.WriteLine(await response.Content.ReadAsStringAsync());`,
      ].join('\n');
    }
  }
}

function indented(body: string): string {
  return body.split('\n').join('\n  ');
}

// A string of JSON has the escapes of one of Python, but for the slash, which needs none.
function pythonText(body: string): string {
  return body.includes('"""') || body.includes('\\') ? JSON.stringify(body) : `"""${body}"""`;
}
