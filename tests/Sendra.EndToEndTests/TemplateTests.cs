namespace Sendra.EndToEndTests;

public sealed class TemplateTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task M1_a_starter_becomes_a_template_that_is_seen_before_it_is_saved()
    {
        await PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp", contactProperties = new { firstName = "Ada" } });
        await Page.GotoAsync("/templates");
        await Link("New template").First.ClickAsync();
        await Link("Welcome").ClickAsync();
        await Expect(Field("Name")).ToHaveValueAsync("Welcome");

        await Field("Subject").FillAsync("Hello {{ contact.firstName }}, on {{ trigger.plan }}");

        await Expect(Page.GetByText("Hello Ada, on", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Page.GetByText("trigger.plan", new() { Exact = true })).ToBeVisibleAsync();
        await Button("Create template").ClickAsync();
        await ExpectUrlAsync("/templates/[0-9a-f-]{36}$");
        await Expect(Button("Save")).ToBeDisabledAsync();
        await Field("Subject").FillAsync("Hello {{ contact.firstName }}");
        await Button("Save").ClickAsync();
        await Button("Load version 1 into the form").ClickAsync();
        await Expect(Field("Subject")).ToHaveValueAsync("Hello {{ contact.firstName }}, on {{ trigger.plan }}");
    }

    [Test]
    public async Task M1_mjml_is_compiled_where_it_is_written()
    {
        await Page.GotoAsync("/templates/new?starter=mjml");
        await Field("Name").FillAsync("Spring");
        await Field("Subject").FillAsync("Spring is here");
        await Expect(Mail.GetByText("Hello there,")).ToBeVisibleAsync();

        await Button("Create template").ClickAsync();

        await ExpectUrlAsync("/templates/[0-9a-f-]{36}$");
        var saved = await GetAsync($"/api{new Uri(Page.Url).AbsolutePath}");
        saved.GetProperty("format").GetString().Should().Be("mjml");
        saved.GetProperty("html").GetString().Should().Contain("{{ contact.firstName | default: \"there\" }}").And.NotContain("mj-text");
    }

    [Test]
    public async Task M1_what_someone_else_saved_is_not_overwritten_unseen()
    {
        var made = await PostAsync("/api/templates", new { name = "Welcome", subject = "Hello", format = "html", source = "<p>Hello</p>" });
        var path = $"/api/templates/{made.GetProperty("id").GetString()}";
        await Page.GotoAsync(path["/api".Length..]);
        await Field("Subject").FillAsync("Mine");
        await PutAsync(path, new { subject = "Theirs" });

        await Button("Save").ClickAsync();

        await Expect(Page.GetByText("Someone changed this template while you edited it")).ToBeVisibleAsync();
        await Button("Keep mine and overwrite it").ClickAsync();
        await Button("Save").ClickAsync();
        await Expect(Page.GetByText("Version 3, in use: Mine")).ToBeVisibleAsync();
        (await GetAsync(path)).GetProperty("subject").GetString().Should().Be("Mine");
    }

    [Test]
    public async Task M1_no_script_of_an_email_runs_and_none_of_its_styles_is_lost()
    {
        await PostAsync("/api/templates", new
        {
            name = "Loud",
            subject = "Hello",
            format = "html",
            source = "<style>h1 { color: rgb(200, 0, 0) }</style><h1>Red</h1><p style=\"color: rgb(0, 0, 200)\">Blue</p><script>top.document.title = 'gone'</script>",
        });
        await Page.GotoAsync("/templates");
        await Link("Loud").ClickAsync();

        await Expect(Mail.GetByText("Red")).ToHaveCSSAsync("color", "rgb(200, 0, 0)");
        await Expect(Mail.GetByText("Blue")).ToHaveCSSAsync("color", "rgb(0, 0, 200)");
        (await Page.TitleAsync()).Should().Be("Loud · Sendra");
    }

    private IFrameLocator Mail => Page.FrameLocator("iframe[title^='The email']");
}
