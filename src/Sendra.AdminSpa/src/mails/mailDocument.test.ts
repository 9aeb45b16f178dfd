import { expect, it } from 'vitest';
import { withNonce, withoutStyles } from './mailDocument';

it('keeps the styles of elements under another name', () => {
  expect(withoutStyles('<p class="a" style="color: red">a style="b"</p><TD\n STYLE = \'x\' alt="a > b" >')).toBe(
    '<p class="a" data-own-style="color: red">a style="b"</p><TD\n data-own-style = \'x\' alt="a > b" >',
  );
});

it('leaves what is no attribute', () => expect(withoutStyles('<style>p { color: red }</style>1 < 2 style="a"')).toBe('<style>p { color: red }</style>1 < 2 style="a"'));

it('lets style elements in', () => expect(withNonce('<STYLE>a</STYLE><style media="all"><styled>', 'n')).toBe('<style nonce="n">a</STYLE><style nonce="n" media="all"><styled>'));
