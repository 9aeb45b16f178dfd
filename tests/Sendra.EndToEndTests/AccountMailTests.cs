namespace Sendra.EndToEndTests;

/// <summary>A server that sends email: forgotten passwords, verified addresses, invitations.</summary>
public sealed class AccountMailTests : EndToEndTest
{
    private const string Better = "an even better horse battery";

    private Inbox _inbox = null!;
    private RunningSendra _sendra = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _inbox = Inbox.Open();
        _sendra = await RunningSendra.StartAsync(new Dictionary<string, string>
        {
            ["Smtp__Host"] = "127.0.0.1",
            ["Smtp__Port"] = $"{_inbox.Port}",
            ["Smtp__Security"] = "none",
        });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _sendra.DisposeAsync();
        await _inbox.DisposeAsync();
    }

    [Test]
    public async Task W7_a_person_verifies_an_email_forgets_the_password_and_invites_a_newcomer()
    {
        await Page.GotoAsync(At("/sign-up"));
        await Field("Workspace name").FillAsync("Analytical Engines");
        await Field("Email").FillAsync("ada@example.com");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Button("Create workspace").ClickAsync();
        await Expect(Page.GetByText("Verify your email")).ToBeVisibleAsync();
        await CheckAsync("verification banner");

        await Page.GotoAsync(At(await _inbox.LinkAsync("ada@example.com", "verify-email")));
        await CheckAsync("verify email");
        await Button("Verify my email").ClickAsync();
        await Expect(Page.GetByText("Your email is verified")).ToBeVisibleAsync();
        await Link("Open Sendra").ClickAsync();
        await Expect(Page.GetByText("Waiting for the first event")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Verify your email")).ToHaveCountAsync(0);

        await Page.GotoAsync(At("/sign-in"));
        await Link("Forgot your password?").ClickAsync();
        await CheckAsync("forgot password");
        await Field("Email").FillAsync("ada@example.com");
        await Button("Send the link").ClickAsync();
        await Expect(Heading("Check your inbox")).ToBeVisibleAsync();
        await CheckAsync("check your inbox");
        var link = await _inbox.LinkAsync("ada@example.com", "reset-password");
        await Page.GotoAsync(At(link));
        await CheckAsync("choose a new password");
        await Page.GetByLabel("New password", new() { Exact = true }).FillAsync("password");
        await Button("Set the password").ClickAsync();
        await Expect(Page.GetByText("one of the most common passwords")).ToBeVisibleAsync();
        await Page.GetByLabel("New password", new() { Exact = true }).FillAsync(Better);
        await Button("Set the password").ClickAsync();
        await Expect(Page.GetByText("Waiting for the first event")).ToBeVisibleAsync();
        await Page.GotoAsync(At(link));
        await Page.ReloadAsync();
        await Page.GetByLabel("New password", new() { Exact = true }).FillAsync(Better);
        await Button("Set the password").ClickAsync();
        await Expect(Heading("This link no longer works")).ToBeVisibleAsync();

        await Page.GotoAsync(At("/settings/members"));
        await Button("Invite").ClickAsync();
        await Field("Email").FillAsync("grace@example.com");
        await Button("Send the invitation").ClickAsync();
        await Expect(Page.GetByText("The invitation is on its way")).ToBeVisibleAsync();
        await CheckAsync("invited by email");
        await using var other = await Stage.Browser.NewContextAsync();
        var guest = await other.NewPageAsync();
        await guest.GotoAsync(At(await _inbox.LinkAsync("grace@example.com", "invite")));
        await Expect(guest.GetByLabel("Email", new() { Exact = true })).ToHaveValueAsync("grace@example.com");
        await guest.GetByLabel("Choose a password", new() { Exact = true }).FillAsync(Better);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Analytical Engines", Exact = true })).ToBeVisibleAsync();
        await Expect(guest.GetByText("Verify your email")).ToHaveCountAsync(0);
    }

    private async Task CheckAsync(string page) => (await Accessibility.CheckAsync(Page)).Should().BeEmpty($"{page} is accessible");

    private string At(string path) => new Uri(_sendra.Url, path).ToString();
}
