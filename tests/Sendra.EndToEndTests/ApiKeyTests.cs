namespace Sendra.EndToEndTests;

public sealed class ApiKeyTests : EndToEndTest
{
    private static readonly string[] Scopes = ["read"];

    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task W3_a_key_is_shown_once_and_its_command_works_as_pasted()
    {
        await Page.GotoAsync("/settings/api-keys");
        await Button("New API key").ClickAsync();
        await Field("Name").FillAsync("Checkout service");
        await Button("Create key").ClickAsync();
        await Expect(Page.GetByText("It is shown only once")).ToBeVisibleAsync();
        var key = await Page.GetByRole(AriaRole.Group, new() { Name = "API key" }).Locator("code").InnerTextAsync();
        var command = await Page.GetByRole(AriaRole.Region, new() { Name = "Try it: send an event" }).InnerTextAsync();

        var answer = await Shell.RunAsync(command);

        answer.Should().Contain("\"eventId\"");
        await Button("I’ve saved it").ClickAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByText("last used")).ToBeVisibleAsync();
        (await Page.ContentAsync()).Should().NotContain(key);
        await Link("Events").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Cell, new() { Name = "ada@example.com" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task W3_a_revoked_key_is_gone_after_asking()
    {
        await PostAsync("/api/api-keys", new { name = "Old server", scopes = Scopes });
        await Page.GotoAsync("/settings/api-keys");
        await Button("Revoke Old server").ClickAsync();
        await Button("Revoke").ClickAsync();
        await Expect(Heading("No API keys yet")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_refused_key_says_why_at_the_field_and_keeps_what_was_typed()
    {
        await Page.GotoAsync("/settings/api-keys");
        await Button("New API key").ClickAsync();
        await Field("Name").FillAsync("Checkout service");
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Send events" }).UncheckAsync();
        await Button("Create key").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog).Locator("[class*=error]").First).ToBeVisibleAsync();
        await Expect(Field("Name")).ToHaveValueAsync("Checkout service");
    }

    [Test]
    public async Task The_quick_starts_command_works_as_pasted_and_the_page_lights_up()
    {
        await Page.GotoAsync("/");
        await Expect(Page.GetByText("Waiting for the first event")).ToBeVisibleAsync();
        await Button("Create a key and fill it in").ClickAsync();
        var shown = Page.GetByRole(AriaRole.Region, new() { Name = "The command" });
        await Expect(shown).ToContainTextAsync("Bearer sendra_");

        await Shell.RunAsync(await shown.InnerTextAsync());

        await Expect(Page.GetByText("Events are arriving")).ToBeVisibleAsync();
        await Expect(Link("signUp")).ToBeVisibleAsync();
    }
}
