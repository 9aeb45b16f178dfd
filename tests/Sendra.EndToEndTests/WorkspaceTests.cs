namespace Sendra.EndToEndTests;

public sealed class WorkspaceTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task L3_a_shorter_retention_is_asked_first_and_kept()
    {
        await Page.GotoAsync("/settings/workspace");
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Erase them after some time" }).CheckAsync();
        await Field("Days").FillAsync("30");
        await Button("Save").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("can’t be restored");
        await Button("Erase older events").ClickAsync();
        await Expect(Page.GetByText("Events are kept for 30 days.")).ToBeVisibleAsync();

        await Page.ReloadAsync();

        await Expect(Field("Days")).ToHaveValueAsync("30");
    }

    [TestCase("4000", "4,000")]
    [TestCase("0", "0")]
    [TestCase("", "")]
    public async Task L3_an_impossible_retention_is_refused_at_the_field_and_not_asked_about(string typed, string kept)
    {
        await Page.GotoAsync("/settings/workspace");
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Erase them after some time" }).CheckAsync();
        await Field("Days").FillAsync(typed);
        await Button("Save").ClickAsync();
        await Expect(Page.GetByText("Enter a number of days from 1 to 3,650.")).ToBeVisibleAsync();
        await Expect(Field("Days")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Field("Days")).ToHaveValueAsync(kept);
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task F8_time_zones_are_picked_from_what_there_is_and_kept()
    {
        await PostAsync("/api/custom-fields", new { name = "zone", type = "text" });
        await PostAsync("/api/custom-fields", new { name = "age", type = "number" });
        await Page.GotoAsync("/settings/workspace");
        await Picker("The workspace’s time zone").FillAsync("new york");
        await Page.GetByRole(AriaRole.Option, new() { Name = "America/New York", Exact = true }).ClickAsync();
        await Picker("Contacts’ own time zone").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Option, new() { Name = "age" })).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Option, new() { Name = "zone", Exact = true }).ClickAsync();

        await Button("Save time zones").ClickAsync();

        await Expect(Page.GetByText("The time zones are saved.")).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Picker("The workspace’s time zone")).ToHaveValueAsync("America/New York");
        await Expect(Picker("Contacts’ own time zone")).ToHaveValueAsync("zone");
    }
}
