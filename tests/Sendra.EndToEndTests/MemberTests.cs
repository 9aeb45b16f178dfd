namespace Sendra.EndToEndTests;

public sealed class MemberTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task W1_an_invited_person_joins_by_the_link_and_is_removed_again()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await Page.GotoAsync("/settings/members");
        await Button("Invite").ClickAsync();
        await Button("Create the link").ClickAsync();
        var link = await Page.GetByRole(AriaRole.Group, new() { Name = "Link" }).Locator("code").InnerTextAsync();
        await Button("Done").ClickAsync();
        await Expect(Button("Withdraw the invitation for Anyone with the link")).ToBeVisibleAsync();

        await using var other = await Stage.Browser.NewContextAsync(new() { BaseURL = Stage.Sendra.Url.ToString() });
        var guest = await other.NewPageAsync();
        await guest.GotoAsync(link);
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Join Analytical Engines" })).ToBeVisibleAsync();
        await guest.GetByLabel("Email", new() { Exact = true }).FillAsync(email);
        await guest.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Analytical Engines", Exact = true })).ToBeVisibleAsync();
        await guest.GotoAsync("/settings/api-keys");
        await Expect(guest.GetByText("Only owners can create keys")).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(Page.GetByText("None. An invitation is a link")).ToBeVisibleAsync();
        await Button($"Remove {email}").ClickAsync();
        await Button("Remove").ClickAsync();
        await Expect(Button($"Remove {email}")).ToHaveCountAsync(0);
        await guest.GotoAsync("/contacts");
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task W1_a_link_for_one_account_asks_to_sign_in()
    {
        await Page.GotoAsync("/settings/members");
        await Button("Invite").ClickAsync();
        await Field("Email").FillAsync("nobody.here@example.com");
        await Button("Create the link").ClickAsync();
        await Expect(Page.GetByText("has no account here yet")).ToBeVisibleAsync();

        var (other, email) = await SignUpElsewhereAsync();
        await using var _ = other;
        var invitation = await PostAsync("/api/invitations", new { role = "owner", email });
        await using var strangers = await Stage.Browser.NewContextAsync(new() { BaseURL = Stage.Sendra.Url.ToString() });
        var stranger = await strangers.NewPageAsync();
        await stranger.GotoAsync(invitation.GetProperty("link").GetString()!);
        await Expect(stranger.GetByText("This invitation is for one account only")).ToBeVisibleAsync();
        await Expect(stranger.GetByText(email)).ToHaveCountAsync(0);

        var guest = await other.NewPageAsync();
        await guest.GotoAsync(invitation.GetProperty("link").GetString()!);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Analytical Engines", Exact = true })).ToBeVisibleAsync();
    }

    [Test]
    public async Task W1_a_removed_owners_keys_are_listed_and_revoked()
    {
        var (other, email) = await SignUpElsewhereAsync();
        await using var _ = other;
        var token = (await PostAsync("/api/invitations", new { role = "owner", email })).GetProperty("token").GetString();
        (await other.APIRequest.PostAsync("/api/invitations/accept", new() { DataObject = new { token } })).Ok.Should().BeTrue();
        (await other.APIRequest.PostAsync("/api/api-keys", new() { DataObject = new { name = "Old job", scopes = (string[])["read"] } })).Ok.Should().BeTrue();

        await Page.GotoAsync("/settings/members");
        await Button($"Remove {email}").ClickAsync();
        await Button("Remove").ClickAsync();
        await Button("Revoke Old job").ClickAsync();

        await Expect(Button("Revoke Old job")).ToHaveCountAsync(0);
        await Button("Done").ClickAsync();
        await Page.GotoAsync("/settings/api-keys");
        await Expect(Page.GetByText("Old job")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task W1_a_withdrawn_link_says_that_it_works_no_more()
    {
        var made = await PostAsync("/api/invitations", new { role = "member" });
        await Page.GotoAsync("/settings/members");
        await Button("Withdraw the invitation for Anyone with the link").ClickAsync();
        await Expect(Page.GetByText("None. An invitation is a link")).ToBeVisibleAsync();

        await Page.GotoAsync(made.GetProperty("link").GetString()!);

        await Expect(Heading("This link no longer works")).ToBeVisibleAsync();
    }

    [Test]
    public async Task W1_the_last_owner_can_not_leave()
    {
        await Page.GotoAsync("/settings/members");
        await Button("Leave the workspace").ClickAsync();
        await Button("Leave").ClickAsync();
        await Expect(Page.GetByText("We couldn’t remove you")).ToBeVisibleAsync();
        await Expect(Heading("Members")).ToBeVisibleAsync();
    }

    [Test]
    public async Task W1_the_password_is_changed_with_the_one_until_now()
    {
        await Page.GotoAsync("/account");
        await Page.GetByLabel("Current password", new() { Exact = true }).FillAsync("something else");
        await Page.GetByLabel("New password", new() { Exact = true }).FillAsync("an even better horse");
        await Button("Change password").ClickAsync();
        await Expect(Page.GetByText("This isn’t your password.")).ToBeVisibleAsync();

        await Page.GetByLabel("Current password", new() { Exact = true }).FillAsync(Password);
        await SavedByAsync("POST", () => Button("Change password").ClickAsync());
        await Link("Home").ClickAsync();
        await Expect(Page.GetByText("Waiting for the first event")).ToBeVisibleAsync();
    }

    // Somebody else with an account of their own.
    private static async Task<(IBrowserContext Context, string Email)> SignUpElsewhereAsync()
    {
        var context = await Stage.Browser.NewContextAsync(new() { BaseURL = Stage.Sendra.Url.ToString() });
        var email = $"{Guid.NewGuid():N}@example.com";
        (await context.APIRequest.PostAsync("/api/auth/register", new() { DataObject = new { email, password = Password, workspaceName = "Elsewhere" } })).Ok.Should().BeTrue();
        return (context, email);
    }
}
