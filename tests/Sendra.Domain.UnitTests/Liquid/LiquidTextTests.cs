using System.Text.Json;
using CsCheck;
using Sendra.Domain.Contacts;
using Sendra.Domain.Liquid;
using Sendra.Domain.UnitTests.Conditions;

namespace Sendra.Domain.UnitTests.Liquid;

internal sealed class LiquidTextTests
{
    private static readonly LiquidScope Scope = new(Asked.On(
        """{ "plan": "pro", "price": 1.10, "big": 123456789012345678901234567890, "items": [{ "sku": "a" }, { "sku": "b" }], "yes": true, "gone": null, "at": "2026-05-20T22:30:00Z" }""",
        """{ "orderId": "o-1" }""",
        """{ "firstName": "Ada", "city": "<Paris>" }""",
        "Europe/Berlin",
        ("city", CustomFieldType.Text)));

    [TestCase("Hello {{ contact.firstName }} of {{ contact.city }}", "Hello Ada of <Paris>")]
    [TestCase("{{ trigger.orderId }}/{{ event.items[1].sku }}/{{ event.items | size }}", "o-1/b/2")]
    [TestCase("{{ contact.lastName }}|{{ event.none.deeper }}|{{ nothing }}", "||", Description = "undefined reads as empty")]
    [TestCase("{% for item in event.items %}{{ item.sku | upcase }}{% unless forloop.last %}, {% endunless %}{% endfor %}", "A, B")]
    [TestCase("{% if event.plan == 'pro' and event.yes %}yes{% else %}no{% endif %}", "yes")]
    [TestCase("{% capture who %}{{ contact.firstName }}!{% endcapture %}{{ who }}", "Ada!")]
    [TestCase("{% assign n = 3 | times: 2 %}{{ n }} {{ contact.lastName | default: 'friend' }}", "6 friend")]
    [TestCase("{{ event.at | time_zone: 'local' | date: '%Y-%m-%d %H:%M' }}", "2026-05-21 00:30", Description = "in the workspace's zone")]
    [TestCase("{% for i in (1..3) %}{{ i }}{% endfor %}", "123")]
    [TestCase("{{ event.big }}", "123456789012345678901234567890")]
    [TestCase("{{ contact.GetType }}{{ contact.Email }}{{ event.Count }}", "")]
    public void Texts_see_contact_event_and_trigger(string text, string expected)
    {
        Parse(text).TryRender(Scope, out var rendered, out var problem).Should().BeTrue(problem);

        rendered.Should().Be(expected);
    }

    [TestCase("{{ event.price }}", "1.10")]
    [TestCase("{{ event.big }}", "123456789012345678901234567890")]
    [TestCase("{{ event.price | times: 2 }}", "2.20")]
    [TestCase("{{ event.yes }}", "true")]
    [TestCase("{{ event.gone }}", "null")]
    [TestCase("{{ event.none }}", "null")]
    [TestCase("{{ event.plan | upcase }}", "\"PRO\"")]
    [TestCase("{{ event.items | map: 'sku' }}", "[\"a\",\"b\"]")]
    [TestCase("{{ event.items }}", """[{ "sku": "a" }, { "sku": "b" }]""")]
    [TestCase("{{ event.items | first }}", """{"sku":"a"}""")]
    [TestCase("{{ event.price }} ", "\"1.1 \"", Description = "more than one single expression is text")]
    [TestCase("{{ event.none }}{{ event.none }}", "\"\"")]
    public void A_single_expression_keeps_the_type_of_its_value(string text, string json)
    {
        Parse(text).TryEvaluate(Scope, out var value, out var problem).Should().BeTrue(problem);

        value.GetRawText().Should().Be(json);
    }

    [TestCase("{{ event.plan", "isn't valid Liquid: *")]
    [TestCase("{% if event.plan %}", "isn't valid Liquid: *endif*")]
    [TestCase("{% unknown %}", "isn't valid Liquid: *")]
    [TestCase("{% include 'secrets' %}", "isn't valid Liquid: *")]
    [TestCase("{% render 'secrets' %}", "isn't valid Liquid: *")]
    [TestCase("{{ event.plan | shout }}", "isn't valid Liquid: there is no filter `shout`")]
    [TestCase("{% capture x %}{{ 1 | format_number: 'D999999999' }}{% endcapture %}", "isn't valid Liquid: there is no filter `format_number`")]
    public void F8_what_does_not_parse_is_refused(string text, string expected)
    {
        LiquidText.TryParse(text, out _, out var problem).Should().BeFalse();

        problem.Should().Match(expected);
    }

    [TestCase("{% if true %}", "{% endif %}")]
    [TestCase("{{ a[", "1]")]
    [TestCase("{{ (", "1)")]
    [TestCase("{{ a | upcase", "")]
    [TestCase("{% if a and a", "")]
    public void What_would_overflow_the_stack_is_refused(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 300)) + string.Concat(Enumerable.Repeat(close, 300));

        LiquidText.TryParse(text, out _, out var problem).Should().BeFalse();
        problem.Should().StartWith("must not have more than");
    }

    [TestCase("{% for i in (1..1000000000) %}x{% endfor %}")]
    [TestCase("{{ (1..1000000000) | size }}")]
    [TestCase("{% for i in (1..900) %}{% for j in (1..900) %}x{% endfor %}{% endfor %}")]
    [TestCase("{% assign a = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}")]
    [TestCase("{% assign a = 'x,x' | split: ',' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}")]
    [TestCase("{{ event.long | replace: 'x', event.long }}")]
    [TestCase("{% assign a = event.long | split: '' %}{{ a | join: event.long }}")]
    [TestCase("{% capture a %}{% for i in (1..900) %}{{ event.long }}{% endfor %}{% endcapture %}")]
    [TestCase("{% for i in (1..900) %}{{ event.long }}{% endfor %}")]
    [TestCase("{% for i in (1..900) %}{% if event.long contains 'y' %}{% endif %}{% endfor %}")]
    [TestCase("{% for i in (1..900) %}{% assign a = event.long | upcase %}{% endfor %}")]
    [TestCase("{{ event.at | date: '%999999999Y' }}")]
    [TestCase("{{ 1 | divided_by: 0 }}")]
    [TestCase("{{ 79228162514264337593543950335 | plus: 1 }}")]
    [CancelAfter(20_000)]
    public void What_would_cost_too_much_fails_with_a_sentence(string text)
    {
        var scope = new LiquidScope(Asked.On($$"""{ "long": "{{new string('x', 200_000)}}", "at": "2026-05-20" }"""));

        Parse(text).TryRender(scope, out _, out var problem).Should().BeFalse();
        problem.Should().EndWith(".");
    }

    [Test]
    public void Too_many_steps_are_said_in_plain_words()
    {
        Parse("{% for i in (1..900) %}{% for j in (1..900) %}x{% endfor %}{% endfor %}").TryRender(Scope, out _, out var problem).Should().BeFalse();

        problem.Should().Be("The text takes more than 10000 steps to render.");
    }

    // At 500,000 characters, what is not counted must not recurse.
    [TestCase("{% if a %}", "{% elsif b %}", "{% endif %}")]
    [TestCase("{% case a %}{% when 1", ",1", " %}{% endcase %}")]
    [TestCase("{{ a", ".a", " }}")]
    [TestCase("{{ 'a' | append: 1", ",1", " }}")]
    [TestCase("", "{{a}}", "")]
    [TestCase("{% if a", " == a", " %}{% endif %}")]
    [TestCase("{{ ", "-1", " }}")]
    public void M1_what_is_repeated_in_a_long_text_is_parsed_or_refused(string begin, string part, string end)
    {
        var text = begin + string.Concat(Enumerable.Repeat(part, 480_000 / part.Length)) + end;

        var isParsed = LiquidText.TryParse(text, out var liquid, out var problem, 500_000);

        (isParsed ? liquid!.TryRender(Scope, out _, out problem) == (problem is null) : problem!.Length > 0).Should().BeTrue();
    }

    [Test]
    public void Any_text_over_any_values_is_rendered_or_has_a_problem()
    {
        var part = Gen.OneOf(
            "{{ event.x", " | append: event.y", " | date: event.x", " | slice: event.y, event.x", " | round: event.y", " | truncate: event.x", " }}", "{% if event.x contains event.y %}",
            "{% endif %}", "{% for i in event.x limit: event.y %}", "{% endfor %}", "{{ i }}", "{% assign z = event.x | split: event.y %}", " | json", " | sort", " | sum", "{{ z | join }}", "text", "{{ event.x[event.y]", "{% case event.x %}{% when event.y %}{% endcase %}");
        var value = Gen.OneOf("null", "-1", "1e400", "0.1", "99999999999", "\"\"", "\"%Y\"", "\"text\"", "[]", "[1,\"a\",null]", "{\"a\":{\"b\":1}}", "true", "\"\\u0000\"");

        Gen.Select(part.Array[1, 8], value, value).Sample(
            (parts, x, y) =>
            {
                if (!LiquidText.TryParse(string.Concat(parts), out var text, out var problem))
                {
                    return problem.Length > 0;
                }

                var scope = new LiquidScope(Asked.On($$"""{ "x": {{x}}, "y": {{y}} }"""));
                return text.TryRender(scope, out _, out problem) == (problem is null)
                    && (!text.TryEvaluate(scope, out var result, out problem) || result.ValueKind != JsonValueKind.Undefined);
            },
            iter: 3_000);
    }

    private static LiquidText Parse(string text) =>
        LiquidText.TryParse(text, out var liquid, out var problem) ? liquid : throw new ArgumentException(problem);
}
