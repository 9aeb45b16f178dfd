using System.Text.RegularExpressions;

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
    public async Task W2_an_edit_outlives_its_session_and_a_server_that_does_not_answer()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted");
        await Page.Clock.InstallAsync();
        await Page.GotoAsync($"/automations/{id}");
        await Field("Name").First.FillAsync("Two weeks of trial");

        // The page asks every ten seconds, and twice more when nothing answers.
        var failed = 0;
        var failedForGood = new TaskCompletionSource();
        await Page.RouteAsync($"**/api/automations/{id}", async route =>
        {
            await route.AbortAsync();
            if (++failed == 3)
            {
                failedForGood.SetResult();
            }
        });
        await Page.Clock.FastForwardAsync(11_000);
        await failedForGood.Task;
        await Page.UnrouteAsync($"**/api/automations/{id}");
        await Page.RunAndWaitForResponseAsync(() => Page.Clock.FastForwardAsync(11_000), answer => answer.Ok && answer.Url.EndsWith(id, StringComparison.Ordinal));
        await Expect(Field("Name").First).ToHaveValueAsync("Two weeks of trial");

        await PostAsync("/api/auth/logout");
        await Page.Clock.FastForwardAsync(11_000);
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Your session has ended" });
        await dialog.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Button("Save").ClickAsync();

        await Expect(Heading("Two weeks of trial")).ToBeVisibleAsync();
    }

    [Test]
    public async Task W6_two_tabs_act_only_in_the_workspaces_that_they_show()
    {
        var (mine, theirs) = await JoinAnotherAsync();
        await PostAsync("/api/auth/switch", new { workspaceId = mine });
        await FillAsync();
        var second = await Page.Context.NewPageAsync();
        await second.GotoAsync("/");
        await second.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Workspace Analytical Engines") }).ClickAsync();
        await second.GetByRole(AriaRole.Menuitem, new() { Name = "Difference Engines" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "Difference Engines" })).ToBeVisibleAsync();

        // The tab may have noticed by itself, and its dialog stands above the form then.
        await Page.Locator("button", new() { HasText = "Create draft" }).DispatchEventAsync("click");

        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "You switched to another workspace" });
        await Expect(dialog).ToContainTextAsync("This page shows Analytical Engines");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stay in Analytical Engines" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Button("Create draft").ClickAsync();
        await Expect(Heading("Onboarding")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Link, new() { Name = "Automations", Exact = true }).DispatchEventAsync("click");
        var other = second.GetByRole(AriaRole.Dialog, new() { Name = "You switched to another workspace" });
        await Expect(other).ToContainTextAsync("This page shows Difference Engines");
        await other.GetByRole(AriaRole.Button, new() { Name = "Stay in Difference Engines" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "Create your first automation" })).ToBeVisibleAsync();
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
