namespace Sendra.EndToEndTests;

public sealed class FirstEventTests : EndToEndTest
{
    [Test]
    public async Task From_sign_up_to_the_first_enrolled_event()
    {
        await Page.GotoAsync("/");
        await ExpectUrlAsync("/sign-in$");
        await Link("Create an account").ClickAsync();
        await Field("Workspace name").FillAsync("Analytical Engines");
        await Field("Email").FillAsync($"{Guid.NewGuid():N}@example.com");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Button("Create workspace").ClickAsync();

        await Expect(Page.GetByText("Waiting for the first event")).ToBeVisibleAsync();
        await Link("Create an automation on signUp").ClickAsync();
        await Field("Name").FillAsync("Onboarding");
        await Picker("Event name").FocusAsync();
        await SavedByAsync("POST", () => Page.GetByRole(AriaRole.Option, new() { Name = "Create the pattern signUp" }).ClickAsync());
        await Page.GetByRole(AriaRole.Radio, new() { Name = "One time per contact" }).ClickAsync();
        await Button("Create draft").ClickAsync();
        await Expect(Heading("Onboarding")).ToBeVisibleAsync();
        await Button("Activate").ClickAsync();
        await Expect(Button("Pause")).ToBeVisibleAsync();

        await Link("Home").ClickAsync();
        await Button("Send this event now").ClickAsync();
        await Expect(Page.GetByText("Events are arriving")).ToBeVisibleAsync();
        await Link("signUp").ClickAsync();
        await Expect(Page.GetByText("Enrolled: the automation is live, listens to this event, and the contact was never in it before.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Wrong_sign_up_shows_what_is_wrong_at_the_fields_and_keeps_what_was_typed()
    {
        await Page.GotoAsync("/sign-up");
        await Field("Workspace name").FillAsync("Analytical Engines");
        await Field("Email").FillAsync("ada");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync("short");
        await Button("Create workspace").ClickAsync();

        await Expect(Field("Email")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Page.GetByLabel("Password", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Field("Email")).ToHaveValueAsync("ada");
        await Expect(Field("Workspace name")).ToHaveValueAsync("Analytical Engines");
    }

    [Test]
    public async Task Messages_name_what_the_person_sees()
    {
        await Page.GotoAsync("/sign-up");
        await Button("Create workspace").ClickAsync();

        await Expect(Page.GetByText("Workspace name is required.").First).ToBeVisibleAsync();
        await Expect(Page.GetByText("workspaceName")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_link_leads_back_to_its_page_after_signing_in()
    {
        await Page.GotoAsync("/settings/events?name=signUp");
        await ExpectUrlAsync("/sign-in\\?next=");
        await Link("Create an account").ClickAsync();
        await Field("Workspace name").FillAsync("Analytical Engines");
        await Field("Email").FillAsync($"{Guid.NewGuid():N}@example.com");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Button("Create workspace").ClickAsync();
        await ExpectUrlAsync("/settings/events\\?name=signUp$");
    }
}
