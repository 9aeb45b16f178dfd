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
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("can’t be brought back");
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
        await Expect(Page.GetByText("Say for how many days, from 1 to 3,650.")).ToBeVisibleAsync();
        await Expect(Field("Days")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Field("Days")).ToHaveValueAsync(kept);
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
