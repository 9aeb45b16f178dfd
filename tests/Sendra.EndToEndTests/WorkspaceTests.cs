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
        await SavedByAsync("PUT", () => Button("Erase older events").ClickAsync());

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

        await SavedByAsync("PUT", () => Button("Save time zones").ClickAsync());

        await Page.ReloadAsync();
        await Expect(Picker("The workspace’s time zone")).ToHaveValueAsync("America/New York");
        await Expect(Picker("Contacts’ own time zone")).ToHaveValueAsync("zone");
    }

    [Test]
    public async Task W7_a_workspace_is_created_renamed_and_deleted_by_its_name_and_another_tab_says_that_it_is_gone()
    {
        await Page.GotoAsync("/");
        await Button("Workspace Analytical Engines, switch workspace").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "New workspace" }).ClickAsync();
        await Field("Workspace name").FillAsync("Difference Engines");
        await Button("Create workspace").ClickAsync();
        await Expect(Heading("Difference Engines")).ToBeVisibleAsync();

        await Link("Workspace").ClickAsync();
        await Field("Workspace name").FillAsync("Difference Engines No. 2");
        await Button("Rename").ClickAsync();
        await Expect(Button("Workspace Difference Engines No. 2, switch workspace")).ToBeVisibleAsync();

        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync("/automations/new?eventName=signUp");
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "New automation" })).ToBeVisibleAsync();
        await Button("Delete…").ClickAsync();
        var asked = Page.GetByRole(AriaRole.Dialog, new() { Name = "Delete Difference Engines No. 2?" });
        var yes = asked.GetByRole(AriaRole.Button, new() { Name = "Delete the workspace" });
        await asked.GetByLabel("Name of the workspace").FillAsync("Difference Engines");
        await Expect(yes).ToBeDisabledAsync();
        await asked.GetByLabel("Name of the workspace").FillAsync("Difference Engines No. 2");
        await yes.ClickAsync();

        await Expect(Heading("Analytical Engines")).ToBeVisibleAsync();
        await Button("Workspace Analytical Engines, switch workspace").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Menuitem)).ToHaveTextAsync(["Analytical Engines", "New workspace"]);

        // The tab may have noticed by itself, and its dialog stands above the page then.
        await other.GetByRole(AriaRole.Link, new() { Name = "Contacts", IncludeHidden = true }).DispatchEventAsync("click");
        var gone = other.GetByRole(AriaRole.Dialog, new() { Name = "Difference Engines No. 2 is gone" });
        await gone.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Analytical Engines" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task W7_whoever_deletes_their_last_workspace_is_offered_a_new_one()
    {
        await Page.GotoAsync("/settings/workspace");
        await Button("Delete…").ClickAsync();
        await Field("Name of the workspace").FillAsync("Analytical Engines");
        await Button("Delete the workspace").ClickAsync();

        await ExpectUrlAsync("/new-workspace$");
        await Field("Workspace name").FillAsync("Difference Engines");
        await Button("Create workspace").ClickAsync();
        await Expect(Heading("Difference Engines")).ToBeVisibleAsync();
    }
}
