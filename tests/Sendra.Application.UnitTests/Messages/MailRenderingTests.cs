using NodaTime;
using Sendra.Application.Messages;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Liquid;
using Sendra.Domain.Messages;

namespace Sendra.Application.UnitTests.Messages;

internal sealed class MailRenderingTests
{
    private const string Link = "https://example.com/u/abc";

    [Test]
    public void M1_a_step_can_have_a_subject_of_its_own()
    {
        LiquidText.TryParse("Hi {{ event.name }}\r\n", out var subject, out _).Should().BeTrue();

        Render("<p>Hi</p>", """{"name":"A & B"}""", subject).Subject.Should().Be("Hi A & B");
    }

    [Test]
    public void M1_a_text_part_of_its_own_is_not_escaped()
    {
        var mail = Render("<p>{{ event.name }}</p>", """{"name":"A & B"}""", text: "Hello {{ event.name }}");

        (mail.Html, mail.Text).Should().Be(("<p>A &amp; B</p>", "Hello A & B"));
    }

    [TestCase("{{ event.x | escape }}", "&lt;b&gt;")]
    [TestCase("{{ event.x | upcase }}", "&lt;B&gt;")]
    [TestCase("{% capture a %}{{ event.x }}{% endcapture %}{{ a }}", "&lt;b&gt;")]
    [TestCase("{{ event.x | raw }}", "<b>")]
    [TestCase("{{ event.lines | newline_to_br }}", "&lt;1&gt;<br />2")]
    [TestCase("{{ event.word }}", "Zoë 😀")]
    public void M1_values_are_escaped_once_in_html(string source, string html) =>
        System.Net.WebUtility.HtmlDecode(Render(source, """{"x":"<b>","lines":"<1>\n2","word":"Zoë 😀"}""").Html).Should().Be(System.Net.WebUtility.HtmlDecode(html));

    [Test]
    public void M1_a_value_that_a_filter_cuts_in_the_middle_of_a_character_is_still_text()
    {
        var mail = Render("<p>{{ event.x | truncate: 2, '' }}|{{ event.x | slice: 1, 1 }}</p>", """{"x":"a😀"}""");

        System.Net.WebUtility.HtmlDecode(mail.Html).Should().Contain("a\ufffd");
        mail.Html.Should().NotMatchRegex("[\ud800-\udbff](?![\udc00-\udfff])");
    }

    [TestCase("<html><body><p>Hi</p></body></html>", "<html><body><p>Hi</p><p>F</p></body></html>")]
    [TestCase("<p>Hi</p>", "<p>Hi</p><p>F</p>")]
    [TestCase("<BODY>Hi</BODY >", "<BODY>Hi<p>F</p></BODY >")]
    public void M1_a_footer_stands_at_the_end(string html, string expected)
    {
        var mail = Render(html).With(new MailFooter("<p>F</p>", "F"));

        (mail.Html, mail.Text).Should().Be((expected, "Hi\n\nF"));
    }

    [TestCase("<p>{{ unsubscribeUrl }}</p>", "<p>https://example.com/u/abc</p>")]
    [TestCase("{% for item in event.items %}{{ item.sku }}{{ item.gone }}{% endfor %}{{ event['a b'] }}{{ contact.list[0].x }}", "ab")]
    public void M1_what_is_undefined_is_named_by_its_path(string source, string html)
    {
        var mail = Render(source, """{"items":[{"sku":"a"},{"sku":"b"}]}""");

        mail.Html.Should().Be(html);
        mail.UndefinedVariables.Should().BeSubsetOf(["contact.list[0].x", "event[a b]", "item.gone"]).And.BeInAscendingOrder(StringComparer.Ordinal);
        mail.UndefinedVariables.Should().HaveCount(source.Contains("gone", StringComparison.Ordinal) ? 3 : 0);
    }

    [Test]
    public void M1_what_fails_says_where()
    {
        MailRendering.TryRender(Template("<p>{{ 1 | divided_by: 0 }}</p>", null), null, Scope("{}"), out _, out var failure).Should().BeFalse();

        failure.Should().StartWith("We couldn't render the HTML: ").And.EndWith(".");
    }

    private static RenderedMail Render(string source, string properties = "{}", LiquidText? subject = null, string? text = null) =>
        MailRendering.TryRender(Template(source, text), subject, Scope(properties), out var mail, out var failure) ? mail : throw new InvalidOperationException(failure);

    private static MailTemplate Template(string source, string? text)
    {
        TemplateContent.TryCreate(new TemplateText("S", null, TemplateFormat.Html, source, null, text), out var content, out _).Should().BeTrue();
        var template = Domain.Messages.Template.Create(new TemplateId(Guid.CreateVersion7()), new WorkspaceId(Guid.CreateVersion7()), "N", content!);
        return MailTemplate.Of(TemplateVersion.Of(template, content!, null, Guid.Empty));
    }

    private static LiquidScope Scope(string properties)
    {
        EmailAddress.TryParse("ada@example.com", out var email, out _).Should().BeTrue();
        var contact = Contact.Create(new ContactId(Guid.CreateVersion7()), new WorkspaceId(Guid.CreateVersion7()), email!);
        return new LiquidScope(
            new ConditionContext(contact, new Dictionary<string, CustomField>(), new RawJson(properties), null, Instant.FromUtc(2026, 5, 20, 12, 0), DateTimeZone.Utc), "Acme", Link);
    }
}
