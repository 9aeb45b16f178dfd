namespace Sendra.EndToEndTests;

public sealed class EventPatternTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task A9_what_is_probably_not_meant_stands_above_the_patterns()
    {
        await SendAsync("signUp", properties: new { plan = "pro" });
        await SendAsync("signup");
        await SendAsync("signUp", properties: new { plan = 1 });
        await MakeLiveAsync("Yearly review", "anniversary");
        await Page.GotoAsync("/settings/events/patterns");

        var health = Page.GetByRole(AriaRole.Region, new() { Name = "3 likely mistakes" });
        await Expect(health).ToContainTextAsync("Yearly review waits for anniversary, which was never received.");
        await Expect(health.GetByRole(AriaRole.Link, new() { Name = "First number" })).ToBeVisibleAsync();
        await Link("Compare them in the log").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
    }

    [Test]
    public async Task P1_a_pattern_is_declared_described_and_deleted()
    {
        await Page.GotoAsync("/settings/events/patterns");
        await Button("New pattern").ClickAsync();
        await Field("Name").FillAsync("2nd visit");
        await Button("Declare").ClickAsync();
        await Expect(Page.GetByText("A pattern’s name starts with a letter.")).ToBeVisibleAsync();
        await Field("Name").FillAsync("secondVisit");
        await Field("Description").FillAsync("Came back.");
        await Button("Declare").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Tabpanel, new() { Name = "Patterns" }).GetByText("Came back.")).ToBeVisibleAsync();

        await Button("Actions for secondVisit").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete…" }).ClickAsync();
        await Button("Delete").ClickAsync();

        await Expect(Heading("No patterns yet")).ToBeVisibleAsync();
    }
}
