using System.Diagnostics;
using Sendra.Application.Messages;

namespace Sendra.Application.UnitTests.Messages;

/// <summary>The text part that a mail gets when its template has none.</summary>
internal sealed class HtmlTextTests
{
    [TestCase("<p>Hello   <b>Ada</b>,\n welcome!</p><p>Bye</p>", "Hello Ada, welcome!\n\nBye")]
    [TestCase("<h1>Title</h1>Text<br>more<br><br><br>end", "Title\n\nText\nmore\n\nend")]
    [TestCase("<div>one</div><div>two</div><div><div>three</div></div>", "one\ntwo\nthree")]
    [TestCase("A&nbsp;&amp;&nbsp;B &lt;c&gt; &eacute; &#128512;", "A & B <c> é 😀")]
    [TestCase("<p>Go <a href=\"https://example.com/a?b=1&amp;c=2\">here</a>.</p>", "Go here (https://example.com/a?b=1&c=2).")]
    [TestCase("<a href=\"https://example.com\">https://example.com</a>", "https://example.com")]
    [TestCase("<a href=\"mailto:ada@example.com\">ada@example.com</a> <a href=\"mailto:bob@example.com\">Bob</a>", "ada@example.com Bob (bob@example.com)")]
    [TestCase("<a href=\"#top\">Up</a> <a>No</a> <a href=\"javascript:alert(1)\">Js</a>", "Up No Js")]
    [TestCase("<a href=\"https://example.com\"><img src=\"x.png\" alt=\"Shop\"></a>", "Shop (https://example.com)")]
    [TestCase("<a href=\"https://example.com\"><img src=\"x.png\"></a>", "https://example.com")]
    [TestCase("<a href=\"https://example.com\"><h2>News</h2></a><p>More</p>", "News (https://example.com)\n\nMore")]
    [TestCase("<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul><p>end</p>", "- one\n- two\n  - deep\n\nend")]
    [TestCase("<ol><li>one<li>two</ol>", "1. one\n2. two")]
    [TestCase("<table><tr><th>Item</th><th>Price</th></tr><tr><td>Pro</td><td></td><td>$ 29</td></tr></table>", "Item | Price\nPro | $ 29")]
    [TestCase("<table><tr><td><table><tr><td>in</td></tr></table></td></tr><tr><td>out</td></tr></table>", "in\n\nout")]
    [TestCase("<head><title>T</title><style>p { color: red }</style></head><body><script>x < y</script><p>Hi</p></body>", "Hi")]
    [TestCase("<div style=\"display: NONE; color: red\">pre<div>header</div>&zwnj;</div><p>Hi</p>", "Hi")]
    [TestCase("<p hidden>a<p>b<span style=\"visibility:hidden\">c</span>", "b")]
    [TestCase("<!--[if mso]><table><tr><td>Outlook</td></tr></table><![endif]--><p>Hi</p>", "Hi")]
    [TestCase("a<hr>b", "a\n\n---\n\nb")]
    [TestCase("<pre>a\n  b</pre>c", "a\n  b\n\nc")]
    [TestCase("<p> </p><p>&nbsp;</p>\n\n<div><p></p></div>x<p></p>", "x")]
    [TestCase("", "")]
    [TestCase("1 < 2 <", "1 < 2 <")]
    [TestCase("<p", "")]
    public void M1_text_is_made_from_html(string html, string text) => HtmlText.Of(html).Should().Be(text);

    // Each is as long as HTML can be.
    [TestCase("<div>")]
    [TestCase("<b a=1>")]
    [TestCase("<p><b>x")]
    [TestCase("<a href=x>y")]
    [TestCase("</a>")]
    [TestCase("<ul><li>x")]
    [TestCase("<table><tr><td>")]
    [TestCase("&amp")]
    [TestCase("<!--")]
    [TestCase("<")]
    [TestCase("<p style=\"display:none\">")]
    [TestCase("<br>")]
    public void M1_any_html_is_text_in_no_time(string part)
    {
        var html = string.Concat(Enumerable.Repeat(part, 500_000 / part.Length));
        var began = Stopwatch.GetTimestamp();

        HtmlText.Of(html);

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(2), "it must end, also on a busy machine");
    }

    [Test]
    public void M1_a_tag_with_very_many_attributes_is_text_in_no_time()
    {
        var html = $"<a {string.Join(' ', Enumerable.Range(0, 70_000).Select(number => $"a{number}"))} href=x>y</a>";
        var began = Stopwatch.GetTimestamp();

        HtmlText.Of(html).Should().Be("y (x)");

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(2), "it must end, also on a busy machine");
    }
}
