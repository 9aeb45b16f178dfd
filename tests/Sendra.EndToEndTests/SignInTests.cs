using OtpNet;

namespace Sendra.EndToEndTests;

/// <summary>Second factors, passkeys and the question who one is, by a person at a browser. Passkeys are those of Chromium's virtual authenticator.</summary>
public sealed class SignInTests : EndToEndTest
{
    // Passkeys are for names, not for IP addresses.
    private static string Site => $"http://localhost:{Stage.Sendra.Url.Port}";

    [Test]
    public async Task W10_a_person_turns_two_step_sign_in_on_and_signs_in_with_a_code_and_a_recovery_code()
    {
        var email = await SignUpAsync();
        await Page.GotoAsync("/account");
        await Button("Turn on…").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "QR code of the secret" })).ToBeVisibleAsync();
        await CheckAsync("authenticator dialog");
        var secret = (await Page.GetByRole(AriaRole.Group, new() { Name = "Can’t scan it? Type this secret into the app" }).Locator("code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var totp = new Totp(Base32Encoding.ToBytes(secret));
        await Field("Code").FillAsync(totp.ComputeTotp());
        await Button("Turn on").ClickAsync();
        var shown = Page.GetByRole(AriaRole.List, new() { Name = "Recovery codes" }).Locator("code");
        await Expect(shown).ToHaveCountAsync(10);
        var codes = await shown.AllInnerTextsAsync();
        await CheckAsync("recovery codes");
        await Button("I’ve saved them").ClickAsync();
        await Expect(Page.GetByText("10 of 10 recovery codes are unused")).ToBeVisibleAsync();
        await CheckAsync("account with a second factor");

        await SignOutAsync();
        await PasswordAsync(email);
        await Expect(Heading("One more step")).ToBeVisibleAsync();
        await CheckAsync("second step");
        await Field("Code").FillAsync("000000");
        await Button("Sign in").ClickAsync();
        await Expect(Page.GetByText("This code is wrong")).ToBeVisibleAsync();
        await Button("Use a recovery code").ClickAsync();
        await Field("Recovery code").FillAsync(codes[0]);
        await Button("Sign in").ClickAsync();
        await Expect(Page.GetByText("Waiting for the first event")).ToBeVisibleAsync();
    }

    [Test]
    public async Task W12_a_person_adds_a_passkey_and_signs_in_with_it()
    {
        await using var device = await PasskeyDevice.PlugInAsync(Page);
        await Page.GotoAsync($"{Site}/sign-up");
        var email = $"{Guid.NewGuid():N}@example.com";
        await Field("Workspace name").FillAsync("Analytical Engines");
        await Field("Email").FillAsync(email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Button("Create workspace").ClickAsync();
        await Expect(Page.GetByText("Waiting for the first event")).ToBeVisibleAsync();

        await Page.GotoAsync($"{Site}/account");
        await Button("Add a passkey…").ClickAsync();
        await Field("Name").FillAsync("Test key");
        await Button("Add").ClickAsync();
        await Expect(Page.GetByText("never used")).ToBeVisibleAsync();
        await CheckAsync("account with a passkey");

        // Else the browser would sign in by itself, as soon as the page offers passkeys.
        await device.BeThereAsync(false);
        await SignOutAsync();
        await CheckAsync("sign in with passkeys");
        await device.BeThereAsync(true);
        await Button("Use a passkey").ClickAsync();
        await Expect(Page.GetByText("Waiting for the first event")).ToBeVisibleAsync();

        await Page.GotoAsync($"{Site}/account");
        await Button("Remove Test key").ClickAsync();
        await SavedByAsync("DELETE", () => Button("Remove").ClickAsync());
        await Page.ReloadAsync();
        await Expect(Heading("Passkeys")).ToBeVisibleAsync();
        await Expect(Button("Remove Test key")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task W11_the_app_asks_again_who_one_is_and_goes_on_by_itself()
    {
        await SignUpAsync();
        await Page.GotoAsync("/settings/api-keys");
        var asked = 0;
        await Page.RouteAsync("**/api/api-keys", async route =>
        {
            if (route.Request.Method == "POST" && asked++ == 0)
            {
                await route.FulfillAsync(new() { Status = 403, ContentType = "application/problem+json", Body = """{"title":"Forbidden","status":403,"code":"reauthenticationRequired"}""" });
                return;
            }

            await route.ContinueAsync();
        });
        await Button("New API key").ClickAsync();
        await Field("Name").FillAsync("Checkout");
        await Button("Create key").ClickAsync();
        await Expect(Page.GetByText("please confirm that it’s you")).ToBeVisibleAsync();
        await CheckAsync("is it still you");
        await Page.GetByLabel("Your password").FillAsync("a wrong password");
        await Button("Confirm").ClickAsync();
        await Expect(Page.GetByText("This isn’t your password.")).ToBeVisibleAsync();
        await Page.GetByLabel("Your password").FillAsync(Password);
        await Button("Confirm").ClickAsync();

        await Expect(Page.GetByText("Your new key Checkout")).ToBeVisibleAsync();
    }

    [Test]
    public async Task W2_whoever_has_signed_out_finds_nothing_by_going_back()
    {
        await SignUpAsync();
        await SendAsync("signUp");
        await Page.GotoAsync("/contacts");
        await Expect(Page.GetByText("ada@example.com")).ToBeVisibleAsync();
        await SignOutAsync();

        await Page.GoBackAsync();

        await Expect(Heading("Sign in")).ToBeVisibleAsync();
        await Expect(Page.GetByText("ada@example.com")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task W1_password_fields_hide_what_is_in_them_and_take_what_is_pasted()
    {
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        foreach (var page in (string[])["/sign-in", "/sign-up"])
        {
            await Page.GotoAsync(page);
            var field = Page.GetByLabel("Password", new() { Exact = true });
            await Expect(field).ToHaveAttributeAsync("type", "password");

            await Page.EvaluateAsync("navigator.clipboard.writeText('from a password manager')");
            await field.FocusAsync();
            await Page.Keyboard.PressAsync("ControlOrMeta+V");

            await Expect(field).ToHaveValueAsync("from a password manager");
        }
    }

    [Test]
    public async Task W2_every_page_lets_people_sign_out()
    {
        await SignUpAsync();
        foreach (var page in (string[])["/", "/automations", "/contacts", "/templates", "/settings/events", "/settings/events/sources", "/account"])
        {
            await Page.GotoAsync(page);
            await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Account ") }).ClickAsync();
            await Expect(Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" })).ToBeVisibleAsync();
        }
    }

    private async Task SignOutAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Account ") }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Expect(Heading("Sign in")).ToBeVisibleAsync();
    }

    private async Task CheckAsync(string page) => (await Accessibility.CheckAsync(Page)).Should().BeEmpty($"{page} is accessible");

    private async Task PasswordAsync(string email)
    {
        await Field("Email").FillAsync(email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Button("Sign in").ClickAsync();
    }
}
