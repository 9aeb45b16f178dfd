namespace Sendra.EndToEndTests;

/// <summary>What a page does when its session is no longer what it was made for.</summary>
public sealed class StandingTests : EndToEndTest
{
    private string email = "";

    [SetUp]
    public async Task SignUp() => email = await SignUpAsync();

    [Test]
    public async Task W2_a_form_outlives_its_session()
    {
        await FillAsync();
        await PostAsync("/api/auth/logout");
        await Button("Create draft").ClickAsync();

        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Your session has ended" });
        await dialog.GetByLabel("Password", new() { Exact = true }).FillAsync("something else");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("We couldn’t sign you in");
        await dialog.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(dialog).ToHaveCountAsync(0);
        await Button("Create draft").ClickAsync();
        await Expect(Heading("Onboarding")).ToBeVisibleAsync();
    }

    [Test]
    public async Task W6_a_page_acts_only_in_the_workspace_that_it_shows()
    {
        var (mine, theirs) = await JoinAnotherAsync();
        await PostAsync("/api/auth/switch", new { workspaceId = mine });
        await FillAsync();
        await PostAsync("/api/auth/switch", new { workspaceId = theirs });

        await Button("Create draft").ClickAsync();

        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "You switched to another workspace" });
        await Expect(dialog).ToContainTextAsync("This page shows Analytical Engines");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stay in Analytical Engines" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Button("Create draft").ClickAsync();
        await Expect(Heading("Onboarding")).ToBeVisibleAsync();
        await PostAsync("/api/auth/switch", new { workspaceId = theirs });
        await Page.GotoAsync("/automations");
        await Expect(Heading("Create your first automation")).ToBeVisibleAsync();
    }

    [Test]
    public async Task W6_a_page_notices_a_switch_by_itself_and_shows_the_other_workspace()
    {
        var (mine, theirs) = await JoinAnotherAsync();
        await PostAsync("/api/auth/switch", new { workspaceId = mine });
        await Page.GotoAsync("/");
        await Expect(Heading("Analytical Engines")).ToBeVisibleAsync();

        await PostAsync("/api/auth/switch", new { workspaceId = theirs });
        await Button("Show the other workspace").ClickAsync();

        await Expect(Heading("Difference Engines")).ToBeVisibleAsync();
        await Button("Workspace Difference Engines, switch workspace").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Analytical Engines" }).ClickAsync();
        await Expect(Heading("Analytical Engines")).ToBeVisibleAsync();
    }

    private async Task FillAsync()
    {
        await Page.GotoAsync("/automations/new?eventName=signUp");
        await Field("Name").FillAsync("Onboarding");
    }

    /// <summary>Makes another person with a workspace, who lets this one in.</summary>
    private async Task<(string Mine, string Theirs)> JoinAnotherAsync()
    {
        var theirs = await PostAsync("/api/auth/register", new { email = $"{Guid.NewGuid():N}@example.com", password = Password, workspaceName = "Difference Engines" });
        var invitation = await PostAsync("/api/invitations", new { role = "member" });
        var mine = await PostAsync("/api/auth/login", new { email, password = Password });
        await PostAsync("/api/invitations/accept", new { token = invitation.GetProperty("token").GetString() });
        return (WorkspaceOf(mine), WorkspaceOf(theirs));
    }

    private static string WorkspaceOf(System.Text.Json.JsonElement session) => session.GetProperty("workspace").GetProperty("id").GetString()!;
}
