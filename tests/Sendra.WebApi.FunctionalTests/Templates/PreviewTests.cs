using System.Diagnostics;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Templates;

/// <summary>The mail that a contact would get of a template (M1, M7).</summary>
public sealed class PreviewTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task M7_a_preview_renders_contact_event_and_workspace_and_lists_what_is_undefined()
    {
        var ada = await App.RegisterAsync(workspaceName: "Acme & Co");
        var id = await MakeAsync(ada, new
        {
            name = "N",
            subject = "{{ contact.firstName }} & {{ event.plan }} at {{ workspace.name }}{{ contact.lastName }}",
            format = "html",
            source = "<p>{{ contact.firstName }} {{ trigger.plan }} {{ contact.email }} {{ contact.firstName | raw }} {{ event.gone.deep }}</p><a href=\"{{ unsubscribeUrl }}\">Leave</a>",
            preheader = "{{ contact.firstName }}!",
        });

        var mail = (await ada.PostAsync($"/api/templates/{id}/preview", new { contact = new { email = "bob@example.com", firstName = "<Bob>" }, @event = new { plan = "a&b" } })).ShouldBe(200).Json;

        mail.Text("subject").Should().Be("<Bob> & a&b at Acme & Co");
        mail.Text("html").Should().Contain("<p>&lt;Bob&gt; a&amp;b bob@example.com <Bob> </p>").And.Contain("&lt;Bob&gt;!").And.Contain("href=\"https://example.com/unsubscribe\"");
        mail.Text("text").Should().Contain("<Bob> a&b bob@example.com").And.Contain("Leave (https://example.com/unsubscribe)").And.NotContain("!");
        Undefined(mail).Should().Equal("contact.lastName", "event.gone.deep");
    }

    [Test]
    public async Task M7_without_contact_and_event_only_the_address_is_known()
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, new { name = "N", subject = "Hi {{ contact.firstName | default: 'friend' }}", format = "html", source = "<p>{{ contact.email }}{{ event.plan }}{{ trigger.plan }}{{ nothing }}</p>" });

        var mail = (await ada.PostAsync($"/api/templates/{id}/preview", new { })).ShouldBe(200).Json;

        (mail.Text("subject"), mail.Text("html"), mail.Text("text")).Should().Be(("Hi friend", "<p>someone@example.com</p>", "someone@example.com"));
        Undefined(mail).Should().Equal("contact.firstName", "event.plan", "nothing", "trigger.plan");
    }

    [Test]
    public async Task M7_what_is_sent_goes_over_what_is_stored_of_a_contact()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "city", type = "text" })).ShouldBe(201);
        (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "a", contactProperties = new { firstName = "Bob", lastName = "Stored", city = "Oslo" } })).ShouldBe(200);
        var id = await MakeAsync(ada, new { name = "N", subject = "{{ contact.firstName }} {{ contact.lastName }} {{ contact.city }}", format = "html", source = "x" });

        var mail = (await ada.PostAsync($"/api/templates/{id}/preview", new { contact = new { email = " BOB@example.com ", firstName = "Robert", unknown = 1 } })).ShouldBe(200).Json;

        mail.Text("subject").Should().Be("Robert Stored Oslo");
        mail.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("field")).Should().Equal("contact.unknown");
        (await ada.ItemsAsync("/api/contacts?email=bob@example.com"))[0].Text("firstName").Should().Be("Bob", "a preview writes nothing");
        var eve = await App.RegisterAsync();
        var hers = await MakeAsync(eve, new { name = "N", subject = "{{ contact.firstName }}|", format = "html", source = "x" });
        (await eve.PostAsync($"/api/templates/{hers}/preview", new { contact = new { email = "bob@example.com" } })).ShouldBe(200).Json.Text("subject").Should().Be("|");
        (await eve.PostAsync($"/api/templates/{id}/preview", new { })).ShouldBeProblem(404, "templateNotFound");
    }

    [Test]
    public async Task M7_a_draft_is_previewed_without_being_saved()
    {
        var ada = await App.RegisterAsync();

        var mail = (await ada.PostAsync("/api/templates/preview", new { template = new { subject = "Hi {{ contact.firstName }}", format = "mjml", source = "<mjml></mjml>", html = "<p>{{ event.n }}</p>" }, contact = new { firstName = "Bob" }, @event = new { n = 1.50m } })).ShouldBe(200).Json;

        (mail.Text("subject"), mail.Text("html")).Should().Be(("Hi Bob", "<p>1.5</p>"));
        (await ada.PostAsync("/api/templates/preview", new { template = new { subject = "{{", format = "html" } })).ShouldRefuse("template.subject", "template.source");
        (await ada.PostAsync("/api/templates/preview", new { })).ShouldRefuse("template");
        (await ada.ItemsAsync("/api/templates")).Should().BeEmpty();
    }

    [Test]
    public async Task M7_bad_contacts_and_events_are_named()
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, TemplatesTests.Html("N"));

        (await ada.PostAsync($"/api/templates/{id}/preview", new { contact = "bob" })).ShouldRefuse("contact");
        (await ada.PostAsync($"/api/templates/{id}/preview", new { contact = new { email = "bob" } })).ShouldRefuse("contact.email");
        (await ada.PostAsync($"/api/templates/{id}/preview", new { contact = new { externalId = 1 } })).ShouldRefuse("contact.externalId");
        (await ada.PostAsync($"/api/templates/{id}/preview", new { @event = new[] { 1 } })).ShouldRefuse("event");
        (await ada.PostAsync($"/api/templates/{id}/preview", new { @event = new { x = new string('x', 256 * 1024) } })).ShouldRefuse("event");
    }

    [TestCase("a{{ event.x }}b", "a\r\nBcc: eve@example.com\r\n\r\nBody", "aa Bcc: eve@example.com Bodyb")]
    [TestCase("{{ event.x }}", "\u0000a\u001b\u2028b\t \u0085c\u007f", "a b c", TestName = "M1_a_subject_is_one_line_whatever_stands_in_values(control characters)")]
    [TestCase("  line\n  two {{ event.x }} ", "", "line two")]
    public async Task M1_a_subject_is_one_line_whatever_stands_in_values(string subject, string value, string expected)
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, new { name = "N", subject, format = "html", source = "<p>{{ event.x }}</p>", preheader = "{{ event.x }}" });

        var mail = (await ada.PostAsync($"/api/templates/{id}/preview", new { @event = new { x = value } })).ShouldBe(200).Json;

        mail.Text("subject").Should().Be(expected);
        (mail.Text("html") + mail.Text("text")).Where(one => char.IsControl(one) && one is not ('\r' or '\n' or '\t')).Should().BeEmpty();
    }

    [Test]
    public async Task M1_the_preheader_stands_hidden_at_the_start_of_the_body()
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, new { name = "N", subject = "S", format = "html", source = "<!doctype html><html><head><title>T</title></head><body class=\"a > b\"><p>Hi</p></body></html>", preheader = "First & {{ event.x }}" });

        var mail = (await ada.PostAsync($"/api/templates/{id}/preview", new { @event = new { x = "\"<b>\"" } })).ShouldBe(200).Json;

        mail.Text("html").Should().Contain("<body class=\"a > b\"><div style=\"display:none").And.Contain("First & &quot;&lt;b&gt;&quot;");
        mail.Text("text").Should().Be("Hi");
    }

    [Test]
    public async Task M1_css_is_inlined_in_what_is_sent_and_the_source_stays()
    {
        var ada = await App.RegisterAsync();
        (await ada.PutAsync("/api/workspace/settings", new { sender = new { fromName = "Acme", fromEmail = "hello@example.com", postalAddress = "Main St <1>\nOslo" } })).ShouldBe(200);
        const string Source = "<style>p { color: red }</style><table>{% for i in event.items %}<tr><td><p>{{ i }}</p></td></tr>{% endfor %}</table>{{ workspace.postalAddress | newline_to_br }}";
        var id = await MakeAsync(ada, TemplatesTests.Html("N", Source));

        var mail = (await ada.PostAsync($"/api/templates/{id}/preview", new { @event = new { items = new[] { "a", "b" } } })).ShouldBe(200).Json;

        mail.Text("html").Should().Contain("<td><p style=\"color: red\">a</p></td>").And.Contain("Main St &lt;1&gt;<br />Oslo");
        mail.Text("text").Should().Be("a\n\nb\n\nMain St <1>\nOslo");
        (await ada.GetAsync($"/api/templates/{id}")).ShouldBe(200).Json.Text("source").Should().Be(Source);
    }

    [TestCase("<p><b><i>", 50_000)]
    [TestCase("<div>", 90_000)]
    [TestCase("<a b", 120_000)]
    public async Task M1_html_that_is_larger_than_a_mail_is_sent_as_it_is_soon(string part, int count)
    {
        var ada = await App.RegisterAsync();
        var source = "<style>p { color: red }</style>" + string.Concat(Enumerable.Repeat(part, count));
        var began = Stopwatch.GetTimestamp();

        var made = (await ada.PostAsync("/api/templates", TemplatesTests.Html("N", source))).ShouldBe(201).Json;
        var mail = (await ada.PostAsync($"/api/templates/{made.Text("id")}/preview", new { })).ShouldBe(200).Json;

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(20));
        made.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code")).Should().Contain("cssNotInlined");
        mail.Text("html").Should().Be(source);
    }

    // Each is saved or refused, and rendered or refused, soon and with a sentence.
    [TestCase("{% for i in (1..1000) %}{% for j in (1..1000) %}x{% endfor %}{% endfor %}", 201)]
    [TestCase("{{ event.long | replace: 'x', event.long }}", 201)]
    [TestCase("{% for i in (1..900) %}{{ event.long }}{% endfor %}", 201)]
    [TestCase("{{ '2020-01-01' | date: '%999999999Y' }}", 201)]
    [TestCase("{{ 1 | divided_by: 0 }}", 201)]
    public async Task M1_liquid_that_would_cost_too_much_is_not_rendered(string source, int saved)
    {
        var ada = await App.RegisterAsync();
        var id = (await ada.PostAsync("/api/templates", TemplatesTests.Html("N", source))).ShouldBe(saved).Json.Text("id");
        var began = Stopwatch.GetTimestamp();

        (await ada.PostAsync($"/api/templates/{id}/preview", new { @event = new { @long = new string('x', 200_000) } })).ShouldBeProblem(409, "templateNotRendered");

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [TestCase("{% if true %}", "{% endif %}", "Liquid blocks")]
    [TestCase("{{ a[", "1] }}", "100 brackets")]
    [TestCase("{{ '}}' | append: a[", "1", "100 brackets")]
    [TestCase("{{ a | upcase | upcase }}{{ b | upcase", " | upcase", "200 filters")]
    [TestCase("{% for i in event.x %}", "{{ i }}", "Liquid blocks")]
    [TestCase("{{ x", "", "valid Liquid")]
    public async Task M1_liquid_without_end_or_bottom_is_refused(string open, string close, string said)
    {
        var ada = await App.RegisterAsync();
        var source = string.Concat(Enumerable.Repeat(open, 5_000)) + string.Concat(Enumerable.Repeat(close, 5_000));

        (await ada.PostAsync("/api/templates", TemplatesTests.Html("N", source))).ShouldRefuse("source").Text.Should().Contain(said);
    }

    [Test]
    public async Task M1_a_long_template_of_plain_words_brackets_and_many_outputs_is_fine()
    {
        var ada = await App.RegisterAsync();
        var source = $"<style>a {{ color: rgb(0,0,0) }}</style>{string.Concat(Enumerable.Repeat("<p>this (and that) | or [those] {{ contact.email }}</p>", 2_000))}";
        var id = await MakeAsync(ada, TemplatesTests.Html("N", source));

        (await ada.PostAsync($"/api/templates/{id}/preview", new { })).ShouldBe(200).Json.Text("text").Should().StartWith("this (and that) | or [those] someone@example.com\n\nthis");
    }

    private static IEnumerable<string?> Undefined(JsonElement mail) => mail.GetProperty("undefinedVariables").EnumerateArray().Select(name => name.GetString());

    private static async Task<string> MakeAsync(TestClient client, object template) => (await client.PostAsync("/api/templates", template)).ShouldBe(201).Json.Text("id");
}
