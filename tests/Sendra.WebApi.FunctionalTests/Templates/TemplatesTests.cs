using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Templates;

/// <summary>What mails say: made, changed, kept in versions and checked when they are saved (M1).</summary>
public sealed class TemplatesTests(string provider) : FunctionalTest(provider)
{
    private static readonly object Welcome = new
    {
        name = " Welcome ",
        subject = "Hi {{ contact.firstName }}",
        preheader = "Three things",
        format = "html",
        source = "<p>Hi {{ contact.firstName }}</p>",
        text = "Hi",
    };

    [Test]
    public async Task M1_a_template_is_made_read_listed_and_deleted_with_its_versions()
    {
        var ada = await App.RegisterAsync();

        var answer = (await ada.PostAsync("/api/templates", Welcome)).ShouldBe(201);
        var made = answer.Json;

        var id = made.Text("id");
        answer.Headers.Location!.ToString().Should().Be($"/api/templates/{id}");
        (made.Text("name"), made.Text("subject"), made.Text("preheader")).Should().Be(("Welcome", "Hi {{ contact.firstName }}", "Three things"));
        (made.Text("format"), made.Text("source"), made.Text("text")).Should().Be(("html", "<p>Hi {{ contact.firstName }}</p>", "Hi"));
        made.GetProperty("html").ValueKind.Should().Be(JsonValueKind.Null, "the source is the HTML");
        made.GetProperty("version").GetInt32().Should().Be(1);
        (await ada.GetAsync($"/api/templates/{id}")).ShouldBe(200).Text.Should().Be(answer.Text);
        var second = (await ada.PostAsync("/api/templates", Html("Second"))).ShouldBe(201).Json.Text("id");
        (await ada.ItemsAsync("/api/templates")).Select(item => item.Text("id")).Should().Equal(second, id);
        (await ada.ItemsAsync("/api/templates?query=wELC")).Select(item => item.Text("name")).Should().Equal("Welcome");
        var page = (await ada.GetAsync("/api/templates?limit=1")).ShouldBe(200).Json;
        (await ada.ItemsAsync($"/api/templates?limit=1&cursor={page.Text("nextCursor")}")).Select(item => item.Text("id")).Should().Equal(id);

        (await ada.DeleteAsync($"/api/templates/{id}")).ShouldBe(204);

        (await ada.GetAsync($"/api/templates/{id}")).ShouldBeProblem(404, "templateNotFound");
        (await ada.DeleteAsync($"/api/templates/{id}")).ShouldBeProblem(404, "templateNotFound");
        (await ada.PutAsync($"/api/templates/{id}", Welcome)).ShouldBeProblem(404, "templateNotFound");
        (await ada.GetAsync($"/api/templates/{id}/versions")).ShouldBeProblem(404, "templateNotFound");
        (await ada.GetAsync($"/api/templates/{id}/versions/1")).ShouldBeProblem(404, "versionNotFound");
        (await App.Database.CountAsync("template_versions")).Should().Be(1);
    }

    [Test]
    public async Task M1_what_an_edit_leaves_out_stays_and_null_clears()
    {
        var ada = await App.RegisterAsync();
        var id = (await ada.PostAsync("/api/templates", Welcome)).ShouldBe(201).Json.Text("id");

        var named = (await ada.PutAsync($"/api/templates/{id}", new { name = "Hello" })).ShouldBe(200).Json;

        (named.Text("name"), named.Text("preheader"), named.Text("text")).Should().Be(("Hello", "Three things", "Hi"));
        named.GetProperty("version").GetInt32().Should().Be(1, "the content is the same");

        var cleared = (await ada.PutAsync($"/api/templates/{id}", new { preheader = (string?)null, text = " " })).ShouldBe(200).Json;

        (cleared.Text("name"), cleared.Text("source")).Should().Be(("Hello", "<p>Hi {{ contact.firstName }}</p>"));
        cleared.GetProperty("preheader").ValueKind.Should().Be(JsonValueKind.Null);
        cleared.GetProperty("text").ValueKind.Should().Be(JsonValueKind.Null);
        cleared.GetProperty("version").GetInt32().Should().Be(2);
    }

    [Test]
    public async Task M1_each_change_of_the_content_makes_a_version_that_stays()
    {
        var ada = await App.RegisterAsync();
        var id = (await ada.PostAsync("/api/templates", Welcome)).ShouldBe(201).Json.Text("id");
        (await ada.PutAsync($"/api/templates/{id}", new { subject = "Two" })).ShouldBe(200);

        var saved = (await ada.PutAsync($"/api/templates/{id}", new { source = "<p>3</p>", expectedVersion = 2 })).ShouldBe(200).Json;

        saved.GetProperty("version").GetInt32().Should().Be(3);
        (await ada.PutAsync($"/api/templates/{id}", new { source = "<p>4</p>", expectedVersion = 2 })).ShouldBeProblem(409, "changedMeanwhile");
        var versions = await ada.ItemsAsync($"/api/templates/{id}/versions");
        versions.Select(item => (item.GetProperty("version").GetInt32(), item.Text("subject"), item.Text("savedBy")))
            .Should().Equal((3, "Two", ada.Email), (2, "Two", ada.Email), (1, "Hi {{ contact.firstName }}", ada.Email));
        var page = (await ada.GetAsync($"/api/templates/{id}/versions?limit=2")).ShouldBe(200).Json;
        (await ada.ItemsAsync($"/api/templates/{id}/versions?limit=2&cursor={page.Text("nextCursor")}")).Should().ContainSingle();
        var first = (await ada.GetAsync($"/api/templates/{id}/versions/1")).ShouldBe(200).Json;
        (first.Text("subject"), first.Text("source"), first.Text("text")).Should().Be(("Hi {{ contact.firstName }}", "<p>Hi {{ contact.firstName }}</p>", "Hi"));
    }

    [Test]
    public async Task M1_of_8_edits_at_once_none_is_lost_and_none_fails()
    {
        var ada = await App.RegisterAsync();
        var id = (await ada.PostAsync("/api/templates", Welcome)).ShouldBe(201).Json.Text("id");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => ada.PutAsync($"/api/templates/{id}", new { subject = $"S{number}" })));

        var saved = answers.Where(answer => answer.Status == 200).ToArray();
        saved.Should().NotBeEmpty();
        foreach (var lost in answers.Except(saved))
        {
            lost.ShouldBeProblem(409, "changedMeanwhile");
        }

        var versions = (await ada.ItemsAsync($"/api/templates/{id}/versions")).Select(item => item.Text("subject")).SkipLast(1).ToArray();
        versions.Should().BeEquivalentTo(saved.Select(answer => answer.Json.Text("subject")));
        (await ada.GetAsync($"/api/templates/{id}")).Json.Text("subject").Should().Be(versions[0]);
    }

    [Test]
    public async Task M1_a_delete_beside_edits_leaves_no_version_behind()
    {
        var ada = await App.RegisterAsync();
        for (var round = 0; round < 5; round++)
        {
            var id = (await ada.PostAsync("/api/templates", Welcome)).ShouldBe(201).Json.Text("id");

            var answers = await Task.WhenAll(
                Enumerable.Range(0, 4).Select(number => ada.PutAsync($"/api/templates/{id}", new { subject = $"S{number}" }))
                    .Append(ada.DeleteAsync($"/api/templates/{id}")));

            answers.Should().AllSatisfy(answer => answer.Status.Should().BeOneOf(200, 204, 404, 409));
            var isThere = (await ada.GetAsync($"/api/templates/{id}")).Status == 200;
            isThere.Should().Be(answers[^1].Status != 204);
            if (isThere)
            {
                (await ada.DeleteAsync($"/api/templates/{id}")).ShouldBe(204);
            }

            (await App.Database.CountAsync("template_versions")).Should().Be(0);
        }
    }

    [TestCase("subject")]
    [TestCase("preheader")]
    [TestCase("source")]
    [TestCase("html")]
    [TestCase("text")]
    public async Task M1_saving_checks_the_liquid_of_each_text(string field)
    {
        var ada = await App.RegisterAsync();
        var good = new Dictionary<string, string> { ["name"] = "N", ["subject"] = "S", ["preheader"] = "P", ["format"] = "mjml", ["source"] = "<mjml></mjml>", ["html"] = "<p></p>", ["text"] = "T" };
        var id = (await ada.PostAsync("/api/templates", good)).ShouldBe(201).Json.Text("id");
        foreach (var (bad, said) in new[] { ("{{ contact.firstName", "isn't valid Liquid"), ("{% if contact.firstName %}", "endif"), ("{{ 1 | shout }}", "no filter `shout`"), ("a\0b", "valid Unicode without NUL") })
        {
            var body = new Dictionary<string, string>(good) { [field] = bad };

            (await ada.PostAsync("/api/templates", body)).ShouldRefuse(field).Text.Should().Contain(JsonEncodedText.Encode(said).ToString().Split('\\')[0]);
            (await ada.PutAsync($"/api/templates/{id}", body)).ShouldRefuse(field);
        }

        (await ada.GetAsync($"/api/templates/{id}")).Json.GetProperty("version").GetInt32().Should().Be(1);
    }

    [Test]
    public async Task M1_what_is_missing_too_long_or_does_not_fit_is_named()
    {
        var ada = await App.RegisterAsync();

        (await ada.PostAsync("/api/templates", new { })).ShouldRefuse("name", "subject", "format", "source");
        (await ada.PostAsync("/api/templates", new { name = new string('n', 201), subject = new string('s', 1_001), format = "html", source = new string('x', 500_001), text = new string('t', 500_001), preheader = new string('p', 1_001) }))
            .ShouldRefuse("name", "subject", "preheader", "source", "text");
        (await ada.PostAsync("/api/templates", new { name = "a\nb", subject = "s", format = "html", source = "x" })).ShouldRefuse("name");
        (await ada.PostAsync("/api/templates", new { name = "n", subject = "s", format = "markdown", source = "x" })).ShouldRefuse("format");
        (await ada.PostAsync("/api/templates", new { name = "n", subject = "s", format = "html", source = "x", html = "<p>other</p>" })).ShouldRefuse("html");
        (await ada.PostAsync("/api/templates", new { name = "n", subject = "s", format = "html", source = "x", surprise = 1 })).ShouldRefuse("surprise");
        (await ada.PostAsync("/api/templates", new { name = "n", subject = "s", format = "html", source = new string('x', 500_000) })).ShouldBe(201);
    }

    [Test]
    public async Task M1_mjml_comes_with_its_html_and_a_new_source_with_a_new_one()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/templates", new { name = "M", subject = "S", format = "mjml", source = "<mjml>1</mjml>" })).ShouldRefuse("html");
        var made = (await ada.PostAsync("/api/templates", new { name = "M", subject = "S", format = "mjml", source = "<mjml>1</mjml>", html = "<p>1</p>" })).ShouldBe(201).Json;
        var id = made.Text("id");
        (made.Text("source"), made.Text("html")).Should().Be(("<mjml>1</mjml>", "<p>1</p>"));

        (await ada.PutAsync($"/api/templates/{id}", new { source = "<mjml>2</mjml>" })).ShouldRefuse("html");
        (await ada.PutAsync($"/api/templates/{id}", new { subject = "T", source = "<mjml>1</mjml>" })).ShouldBe(200).Json.Text("html").Should().Be("<p>1</p>");
        (await ada.PutAsync($"/api/templates/{id}", new { source = "<mjml>2</mjml>", html = "<p>2</p>" })).ShouldBe(200).Json.Text("html").Should().Be("<p>2</p>");

        var html = (await ada.PutAsync($"/api/templates/{id}", new { format = "html", source = "<p>3</p>" })).ShouldBe(200).Json;
        html.GetProperty("html").ValueKind.Should().Be(JsonValueKind.Null);
        (await ada.PutAsync($"/api/templates/{id}", new { format = "mjml" })).ShouldRefuse("html");
    }

    [TestCase("<a href=\"{{ unsubscribeUrl }}\">Unsubscribe</a>", 0)]
    [TestCase("<a href='{{unsubscribeUrl | raw}}'>Unsubscribe</a>", 0)]
    [TestCase("<p>unsubscribeUrl</p>", 1)]
    public async Task M1_a_template_without_the_unsubscribe_link_is_saved_with_a_warning(string source, int warnings)
    {
        var ada = await App.RegisterAsync();

        var made = (await ada.PostAsync("/api/templates", Html("N", source))).ShouldBe(201).Json;

        made.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code")).Should().Equal(Enumerable.Repeat("unsubscribeLinkMissing", warnings));
        (await ada.GetAsync($"/api/templates/{made.Text("id")}")).Json.GetProperty("warnings").GetArrayLength().Should().Be(warnings);
        (await ada.PutAsync($"/api/templates/{made.Text("id")}", new { name = "O" })).Json.GetProperty("warnings").GetArrayLength().Should().Be(warnings);
    }

    [Test]
    public async Task W4_templates_of_another_workspace_are_not_there()
    {
        var (ada, bob) = (await App.RegisterAsync(), await App.RegisterAsync());
        var id = (await ada.PostAsync("/api/templates", Welcome)).ShouldBe(201).Json.Text("id");

        (await bob.ItemsAsync("/api/templates")).Should().BeEmpty();
        (await bob.GetAsync($"/api/templates/{id}")).ShouldBeProblem(404, "templateNotFound");
        (await bob.PutAsync($"/api/templates/{id}", new { name = "Mine" })).ShouldBeProblem(404, "templateNotFound");
        (await bob.DeleteAsync($"/api/templates/{id}")).ShouldBeProblem(404, "templateNotFound");
        (await bob.GetAsync($"/api/templates/{id}/versions")).ShouldBeProblem(404, "templateNotFound");
        (await bob.GetAsync($"/api/templates/{id}/versions/1")).ShouldBeProblem(404, "versionNotFound");
        (await ada.GetAsync($"/api/templates/{id}")).ShouldBe(200).Json.Text("name").Should().Be("Welcome");
    }

    internal static object Html(string name, string source = "<p>Hi</p>") => new { name, subject = "S", format = "html", source };
}
