import { expect, it } from 'vitest';
import { guessMapping, previewCsv } from './importPreview';

it('reads the first lines as the server will, whatever stands between the values', () => {
  expect(previewCsv('\uFEFFE-mail;Name\r\nada@example.com;"Ada; the first"\r\n\r\nbob@example.com;Bob')).toEqual({
    columns: ['E-mail', 'Name'],
    rows: [
      ['ada@example.com', 'Ada; the first'],
      ['bob@example.com', 'Bob'],
    ],
  });
});

it('knows columns by their names, however they are written', () => {
  expect(guessMapping(['E-Mail Address', 'FIRST_NAME', 'last name', 'Full name', 'Sign-up plan', 'Color', 'email'], [{ name: 'signUpPlan' }])).toEqual({
    'E-Mail Address': 'email',
    FIRST_NAME: 'firstName',
    'last name': 'lastName',
    'Full name': 'name',
    'Sign-up plan': 'signUpPlan',
  });
});
