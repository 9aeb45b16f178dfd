using System.Diagnostics;
using PreMailer.Net.Downloaders;
using Sendra.Application.Messages;

namespace Sendra.Application.UnitTests.Messages;

/// <summary>CSS that some mail clients would not read is copied to where they read it, and Liquid stays what it was.</summary>
internal sealed class CssInlinerTests
{
    [TestCase("<style>p { color: red }</style><p>Hi</p>", "<p style=\"color: red\">Hi</p>")]
    [TestCase("<style>p { color: red; margin: 0 }</style><p style=\"color: blue\">Hi</p>", "style=\"margin: 0;color: blue\"")]
    [TestCase("<style>p { color: red } @media (max-width: 600px) { p { color: blue !important } }</style><p>Hi</p>", "@media (max-width: 600px) { p { color: blue !important } }")]
    [TestCase("<style>.b { background: {{ event.color | default: \"red\" }} }</style><a class=\"b\" href=\"{{ event.url }}?a=1&b=2\">x</a>", "href=\"{{ event.url }}?a=1&amp;b=2\" style=\"background: {{ event.color | default: \"red\" }}\"")]
    [TestCase("<style>td { color: red }</style><table>{% for i in event.items %}<tr><td>{{ i.name }}</td></tr>{% endfor %}</table>", "<table>{% for i in event.items %}<tbody><tr><td style=\"color: red\">{{ i.name }}</td></tr>{% endfor %}</tbody></table>")]
    [TestCase("<style>p { color: red }</style>{% if event.x %}{{ event.x }}<p>Hi</p>{% endif %}", "</style>{% if event.x %}{{ event.x }}<p style=\"color: red\">Hi</p>{% endif %}</body>")]
    [TestCase("{% assign a = '<p>' %}<!doctype html><style>p { color: red }</style><p {% if a == \"<\" %}class=\"x\"{% endif %}>{{ a }} & {{ 'b' | append: \"}}\" }}</p>", "{% assign a = '<p>' %}<!DOCTYPE html><html><head><style>p { color: red }</style></head><body><p {% if a == \"<\" %}class=\"x\" {% endif %} style=\"color: red\">{{ a }} &amp; {{ 'b' | append: \"}}\" }}</p>")]
    [TestCase("<style>p { color: red }</style><!--[if mso]><p>{{ a }}</p><![endif]--><textarea>{{ b }}</textarea>", "<!--[if mso]><p>{{ a }}</p><![endif]--><textarea>{{ b }}</textarea>")]
    public void M1_css_is_inlined_around_liquid(string html, string expected) => CssInliner.Inline(html).Should().Contain(expected);

    // Then the HTML is sent as it is: what is there stays right.
    [TestCase("<p>Hi</p>")]
    [TestCase("<style>{% if event.x %} p { color: red } {% endif %}</style><p>Hi</p>")]
    [TestCase("<style>p { color: red }</style><p style=\"{% if event.x %}color: blue{% endif %}\">Hi</p>")]
    [TestCase("<style>p { background: url(data:image/png;base64,AA) }</style><p>Hi</p>")]
    [TestCase("<style>p { color: red }</style><{{ event.tag }}>Hi</{{ event.tag }}>")]
    [TestCase("<style>p { color: red }</style><![if !mso]><p>Hi</p><![endif]>")]
    [TestCase("<style>p { color: red }</style><p>liq0uid</p>")]
    public void M1_what_can_not_be_inlined_safely_stays_as_it_is(string html) => CssInliner.Inline(html).Should().BeNull();

    [TestCase("<style>* { color: red }</style>", "<b a=1>", 60_000)]
    [TestCase("<style>p { color: red }</style>", "<p><b><i>", 50_000)]
    [TestCase("<style>p { color: red }</style>", "<div>", 90_000)]
    [TestCase("<style>p { color: red }</style><a ", "b", 400_000)]
    [TestCase("<style>p { color: red }</style><a ", " b=\"", 100_000)]
    [TestCase("<style>p { color: red }</style>", "<style>", 60_000)]
    [TestCase("<style>p { color: red }</style>", "<!--", 100_000)]
    [TestCase("<style>p { color: red }</style>", "{{ a", 100_000)]
    [TestCase("<style>p { color: red }</style>", "{{ a }}", 60_000)]
    [TestCase("<style>", "p{a:b}", 80_000)]
    [TestCase("<style>", "{", 400_000)]
    [TestCase("<style>", "@media x{", 3_500)]
    [TestCase("<style>p{", "a:b;", 7_900)]
    [TestCase("<style>", "/*", 15_900)]
    [TestCase("<p style=\"", "(", 490_000)]
    public void M1_any_html_is_inlined_or_not_soon(string begin, string part, int count)
    {
        var began = Stopwatch.GetTimestamp();

        CssInliner.Inline(begin + string.Concat(Enumerable.Repeat(part, count)));

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(2), "it must end, also on a busy machine");
    }

    [TestCase("y div div div div div div", 90)]
    [TestCase("div:has(p p p p)", 90)]
    [TestCase("y ~ div ~ div ~ div > div + div ~ div", 90)]
    public void M1_selectors_that_match_in_very_many_ways_are_not_tried(string selector, int depth)
    {
        var html = $"<style>{selector} {{ color: red }}</style>{string.Concat(Enumerable.Repeat("<div>", depth))}{string.Concat(Enumerable.Repeat("<p>x</p>", 3_000))}";
        var began = Stopwatch.GetTimestamp();

        CssInliner.Inline(html);

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(2), "it must end, also on a busy machine");
    }

    [Test]
    public void M1_a_tag_with_very_many_attributes_is_not_inlined()
    {
        var began = Stopwatch.GetTimestamp();

        CssInliner.Inline($"<style>p {{ color: red }}</style><p {string.Join(' ', Enumerable.Range(0, 70_000).Select(number => $"a{number}"))}>x").Should().BeNull();

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(2), "it must end, also on a busy machine");
    }

    [Test]
    public void M1_nothing_is_fetched()
    {
        CssInliner.Inline("<link rel=\"stylesheet\" href=\"https://example.com/a.css\"><style>@import url(https://example.com/b.css); p { color: red }</style><p>Hi</p>")
            .Should().Contain("<p style=\"color: red\">");

        WebDownloader.SharedDownloader.Should().BeOfType<NoDownloads>();
    }
}
