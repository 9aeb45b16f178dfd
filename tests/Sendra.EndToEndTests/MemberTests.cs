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
        await Field("Email").FillAsync(email);
        await Button("Make the link").ClickAsync();
        var link = await Page.GetByRole(AriaRole.Group, new() { Name = "Link" }).Locator("code").InnerTextAsync();
        await Button("Done").ClickAsync();
        await Expect(Button($"Withdraw the invitation of {email}")).ToBeVisibleAsync();

        await using var other = await Stage.Browser.NewContextAsync(new() { BaseURL = Stage.Sendra.Url.ToString() });
        var guest = await other.NewPageAsync();
        await guest.GotoAsync(link);
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Join Analytical Engines" })).ToBeVisibleAsync();
        await guest.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Analytical Engines", Exact = true })).ToBeVisibleAsync();
        await guest.GotoAsync("/settings/api-keys");
        await Expect(guest.GetByText("Only owners of the workspace make keys")).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(Page.GetByText("None. An invitation is a link")).ToBeVisibleAsync();
        await Button($"Remove {email}").ClickAsync();
        await Button("Remove").ClickAsync();
        await Expect(Page.GetByText($"{email} is removed.")).ToBeVisibleAsync();
        await guest.GotoAsync("/contacts");
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task W1_a_withdrawn_link_says_that_it_works_no_more()
    {
        var made = await PostAsync("/api/invitations", new { role = "member" });
        await Page.GotoAsync("/settings/members");
        await Button("Withdraw the invitation of Whoever has the link").ClickAsync();
        await Expect(Page.GetByText("The link does nothing any more.")).ToBeVisibleAsync();

        await Page.GotoAsync(made.GetProperty("link").GetString()!);

        await Expect(Heading("This link doesn’t work any more")).ToBeVisibleAsync();
    }

    [Test]
    public async Task W1_the_last_owner_can_not_leave()
    {
        await Page.GotoAsync("/settings/members");
        await Button("Leave the workspace").ClickAsync();
        await Button("Leave").ClickAsync();
        await Expect(Page.GetByText("You are still in")).ToBeVisibleAsync();
        await Expect(Heading("Members")).ToBeVisibleAsync();
    }

    [Test]
    public async Task W1_the_password_is_changed_with_the_one_until_now()
    {
        await Page.GotoAsync("/account");
        await Page.GetByLabel("Current password", new() { Exact = true }).FillAsync("something else");
        await Page.GetByLabel("New password", new() { Exact = true }).FillAsync("an even better horse");
        await Button("Change password").ClickAsync();
        await Expect(Page.GetByText("This is not your password.")).ToBeVisibleAsync();

        await Page.GetByLabel("Current password", new() { Exact = true }).FillAsync(Password);
        await Button("Change password").ClickAsync();

        await Expect(Page.GetByText("Your password is changed.")).ToBeVisibleAsync();
        await Link("Home").ClickAsync();
        await Expect(Page.GetByText("Waiting for the first event")).ToBeVisibleAsync();
    }
}
