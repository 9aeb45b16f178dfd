using Sendra.WebApi.FunctionalTests.AuditLog;
using Sendra.WebApi.FunctionalTests.Mail;
using Sendra.WebApi.Operating;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>An authenticator app beside the password.</summary>
public sealed class SecondFactorTests(string provider) : FunctionalTest(provider)
{
    private const string Better = "a better horse battery staple";

    [Test]
    public async Task W10_once_it_is_on_a_password_alone_signs_nobody_in()
    {
        var ada = await App.RegisterAsync();
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        var client = App.Anonymous();

        var half = (await client.SignInAsync(ada.Email, TestClient.Password)).ShouldBe(202);

        half.Json.GetProperty("code").GetString().Should().Be("secondFactorRequired");
        half.Json.GetProperty("endsAt").GetDateTimeOffset().Should().BeBefore(App.Clock.GetUtcNow().AddMinutes(11));
        half.Headers.GetValues("Set-Cookie").Single().Should().StartWith("sendra_sign_in=").And.Contain("httponly").And.Contain("samesite=strict");
        (await client.GetAsync("/api/auth/me")).ShouldBe(401);
        (await client.GetAsync("/api/auth/login/second-factor")).ShouldBe(200);
        (await client.ShowAsync(phone.WrongCode())).ShouldBeProblem(401, "invalidCode");
        var signedIn = (await client.ShowAsync(phone.Code())).ShouldBe(200);
        signedIn.Json.GetProperty("user").GetProperty("secondFactor").GetBoolean().Should().BeTrue();
        (await client.GetAsync("/api/auth/me")).ShouldBe(200).Json.GetProperty("workspace").GetProperty("id").GetGuid().Should().Be(ada.WorkspaceId);
        client.OtherCookies.Should().BeEmpty();
        (await client.GetAsync("/api/auth/login/second-factor")).ShouldBeProblem(401, "signInExpired");
        (await App.Anonymous().SignInAsync(ada.Email, "a wrong password")).ShouldBeProblem(401, "invalidCredentials");
    }

    [Test]
    public async Task W10_a_code_works_once()
    {
        var ada = await App.RegisterAsync();
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        var code = phone.Code();

        (await (await HalfwayAsync(ada)).ShowAsync(code)).ShouldBe(200);

        (await (await HalfwayAsync(ada)).ShowAsync(code)).ShouldBeProblem(401, "invalidCode");
        (await ada.ConfirmAsync(code)).ShouldBeProblem(401, "invalidCode");
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        (await (await HalfwayAsync(ada)).ShowAsync($"{phone.Code()[..3]} {phone.Code()[3..]}")).ShouldBe(200);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task W10_of_16_at_once_with_one_code_one_gets_in(bool recovery)
    {
        var ada = await App.RegisterAsync();
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        await using var node = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : await App.StartNodeAsync([]);
        var clients = new List<TestClient>();
        for (var i = 0; i < 8; i++)
        {
            var client = await HalfwayAsync(ada);
            var there = new TestClient(App.Database.ServesManyNodes ? node.Address : App.Node.Address);
            (await there.SignInAsync(ada.Email, TestClient.Password)).ShouldBe(202);
            clients.AddRange([client, there]);
        }

        var code = recovery ? phone.RecoveryCodes[0] : phone.Code();
        var answers = await Task.WhenAll(clients.Select(client => client.ShowAsync(code)));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
        answers.Where(answer => answer.Status != 200).Should().OnlyContain(answer => answer.Status == 401 || answer.Status == 429);
    }

    [Test]
    public async Task W10_recovery_codes_work_once_each_in_any_spelling()
    {
        var ada = await App.RegisterAsync();
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        phone.RecoveryCodes.Should().HaveCount(10).And.OnlyHaveUniqueItems().And.OnlyContain(code => code.Length == 29);

        (await (await HalfwayAsync(ada)).ShowAsync(phone.RecoveryCodes[0])).ShouldBe(200);
        (await (await HalfwayAsync(ada)).ShowAsync(phone.RecoveryCodes[1].ToLowerInvariant().Replace('-', ' '))).ShouldBe(200);

        (await (await HalfwayAsync(ada)).ShowAsync(phone.RecoveryCodes[0])).ShouldBeProblem(401, "invalidCode");
        (await StateAsync(ada)).GetProperty("recoveryCodesLeft").GetInt32().Should().Be(8);
        var renewed = (await ada.PostAsync("/api/auth/second-factor/recovery-codes")).ShouldBe(200).Json.GetProperty("codes");
        (await (await HalfwayAsync(ada)).ShowAsync(phone.RecoveryCodes[2])).ShouldBeProblem(401, "invalidCode");
        (await (await HalfwayAsync(ada)).ShowAsync(renewed[9].GetString()!)).ShouldBe(200);
        (await ada.AuditedAsync()).Should().StartWith(["signedIn account"]).And.Contain("recoveryCodesMade account");
    }

    [Test]
    public async Task W10_a_sign_in_that_waits_ends_after_ten_minutes_and_with_the_password()
    {
        var ada = await App.RegisterAsync();
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        var late = await HalfwayAsync(ada);
        App.Clock.Advance(TimeSpan.FromMinutes(10));

        (await late.ShowAsync(phone.Code())).ShouldBeProblem(401, "signInExpired");

        var old = await HalfwayAsync(ada);
        (await ada.ConfirmAsync(phone.Code())).ShouldBe(200);
        (await ada.PostAsync("/api/auth/password", new { currentPassword = TestClient.Password, newPassword = Better })).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        (await old.ShowAsync(phone.Code())).ShouldBeProblem(401, "signInExpired");
        (await App.Anonymous().ShowAsync(phone.Code())).ShouldBeProblem(401, "signInExpired");
    }

    [Test]
    public async Task W10_turning_it_on_and_off_ends_the_other_sessions()
    {
        var ada = await App.RegisterAsync();
        var other = await SignInAsync(ada);

        await ada.TurnOnSecondFactorAsync(App.Clock);

        (await other.GetAsync("/api/auth/me")).ShouldBe(401);
        (await ada.GetAsync("/api/auth/me")).ShouldBe(200).Json.GetProperty("user").GetProperty("secondFactor").GetBoolean().Should().BeTrue();
        (await StateAsync(ada)).GetProperty("isOn").GetBoolean().Should().BeTrue();
        var old = App.Node.As(ada);
        (await ada.DeleteAsync("/api/auth/second-factor")).ShouldBe(200);
        (await old.GetAsync("/api/auth/me")).ShouldBe(401);
        (await StateAsync(ada)).GetProperty("isOn").GetBoolean().Should().BeFalse();
        (await StateAsync(ada)).GetProperty("recoveryCodesLeft").GetInt32().Should().Be(0);
        (await App.Anonymous().SignInAsync(ada.Email, TestClient.Password)).ShouldBe(200);
        (await ada.PostAsync("/api/auth/second-factor/recovery-codes")).ShouldBeProblem(409, "secondFactorOff");
        (await ada.AuditedAsync()).Should().Contain("secondFactorOn account").And.Contain("secondFactorOff account").And.NotContain("recoveryCodesMade account");
    }

    [Test]
    public async Task W10_nothing_changes_before_the_first_code_is_right()
    {
        var ada = await App.RegisterAsync();
        (await ada.PutAsync("/api/auth/second-factor", new { code = "123456" })).ShouldBeProblem(409, "notPrepared");
        var key = (await ada.PostAsync("/api/auth/second-factor")).ShouldBe(200).Json;

        (await ada.PutAsync("/api/auth/second-factor", new { code = "abc" })).ShouldBeProblem(401, "invalidCode");

        key.GetProperty("uri").GetString().Should().StartWith("otpauth://totp/Sendra:").And.Contain(key.GetProperty("secret").GetString()!);
        (await App.Anonymous().SignInAsync(ada.Email, TestClient.Password)).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromMinutes(61));
        (await ada.ConfirmAsync()).ShouldBe(200);
        (await ada.PutAsync("/api/auth/second-factor", new { code = "123456" })).ShouldBeProblem(409, "notPrepared");
    }

    [Test]
    public async Task W10_another_app_replaces_the_first_with_new_recovery_codes()
    {
        var ada = await App.RegisterAsync();
        var lost = await ada.TurnOnSecondFactorAsync(App.Clock);

        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);

        (await (await HalfwayAsync(ada)).ShowAsync(lost.Code())).ShouldBeProblem(401, "invalidCode");
        (await (await HalfwayAsync(ada)).ShowAsync(lost.RecoveryCodes[0])).ShouldBeProblem(401, "invalidCode");
        (await (await HalfwayAsync(ada)).ShowAsync(phone.Code())).ShouldBe(200);
    }

    [Test]
    public async Task W10_the_secret_is_encrypted_and_of_codes_only_hashes_are_stored()
    {
        var ada = await App.RegisterAsync();
        var secret = (await ada.PostAsync("/api/auth/second-factor")).ShouldBe(200).Json.GetProperty("secret").GetString()!;
        var phone = new TestPhone(new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(secret)), App.Clock);
        var codes = (await ada.PutAsync("/api/auth/second-factor", new { code = phone.Code() })).ShouldBe(200).Json.GetProperty("codes");
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        var half = (await HalfwayAsync(ada)).OtherCookies["sendra_sign_in"];

        var stored = string.Join('\n', (await new StoredRows(App).OfAsync(ada.WorkspaceId, ada.UserId)).SelectMany(table => table.Value));

        stored.Should().NotContainEquivalentOf(secret).And.NotContainEquivalentOf(half);
        stored.Should().NotContainEquivalentOf(Convert.ToHexString(OtpNet.Base32Encoding.ToBytes(secret)));
        stored.Should().NotContainEquivalentOf(Convert.ToBase64String(OtpNet.Base32Encoding.ToBytes(secret)));
        foreach (var code in codes.EnumerateArray().Select(code => code.GetString()!))
        {
            stored.Should().NotContainEquivalentOf(code).And.NotContainEquivalentOf(code.Replace("-", ""));
        }

        (await App.Database.CountAsync("recovery_codes")).Should().Be(10);
        (await App.Database.CountAsync("half_sign_ins")).Should().Be(1);
    }

    [Test]
    public async Task W10_an_invitation_does_not_go_around_it()
    {
        var (owner, ada) = (await App.RegisterAsync(), await App.RegisterAsync());
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        var token = (await owner.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201).Json.GetProperty("token").GetString();

        (await App.Anonymous().PostAsync("/api/invitations/accept", new { token, email = ada.Email, password = TestClient.Password })).ShouldBeProblem(409, "secondFactorRequired");

        var client = await HalfwayAsync(ada);
        (await client.ShowAsync(phone.Code())).ShouldBe(200);
        (await client.PostAsync("/api/invitations/accept", new { token })).ShouldBe(200);
    }

    [Test]
    public async Task W10_a_forgotten_password_does_not_go_around_it_and_the_person_gets_the_news()
    {
        await using var server = await MailServer.StartAsync();
        await using var connected = App.SendBy(server.Settings());
        var ada = await App.RegisterAsync();
        await server.UntilAccountMailAsync(ada.Email);
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        (await server.UntilAccountMailAsync(ada.Email, 2)).Message.Subject.Should().Be("Two-step sign-in is on for your Sendra account");
        (await App.Anonymous().ForgotAsync(ada.Email)).ShouldBe(202);
        var token = (await server.UntilAccountMailAsync(ada.Email, 3)).Token();
        var page = App.Anonymous();

        (await page.ResetAsync(token, Better)).ShouldBe(202).Json.GetProperty("code").GetString().Should().Be("secondFactorRequired");

        (await page.GetAsync("/api/auth/me")).ShouldBe(401);
        (await ada.GetAsync("/api/auth/me")).ShouldBe(401);
        (await server.UntilAccountMailAsync(ada.Email, 4)).Message.Subject.Should().Be("Your Sendra password was changed");
        (await page.ShowAsync(phone.RecoveryCodes[0])).ShouldBe(200);
        (await server.UntilAccountMailAsync(ada.Email, 5)).Message.Subject.Should().Be("A recovery code of your Sendra account was used");
        (await page.PostAsync("/api/auth/second-factor/recovery-codes")).ShouldBe(200);
        (await server.UntilAccountMailAsync(ada.Email, 6)).Message.Subject.Should().Be("New recovery codes for your Sendra account");
        (await page.DeleteAsync("/api/auth/second-factor")).ShouldBe(200);
        (await server.UntilAccountMailAsync(ada.Email, 7)).Message.Subject.Should().Be("Two-step sign-in is off for your Sendra account");
    }

    [Test]
    public async Task W5_guessing_codes_is_slow_and_a_recovery_code_or_a_new_password_always_helps()
    {
        var ada = await App.RegisterAsync();
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        var thief = await HalfwayAsync(ada);
        for (var i = 0; i < 10; i++)
        {
            (await thief.ShowAsync(phone.WrongCode())).ShouldBeProblem(401, "invalidCode");
        }

        (await thief.ShowAsync(phone.WrongCode())).ShouldBeProblem(429, "tooManyAttempts");

        // From many addresses, as it were.
        for (var i = 10; i < 50; i++)
        {
            if (i % 10 == 0)
            {
                App.Clock.Advance(TimeSpan.FromMinutes(6));
                thief = await HalfwayAsync(ada);
            }

            (await thief.ShowAsync(phone.WrongCode())).ShouldBeProblem(401, "invalidCode");
        }

        App.Clock.Advance(TimeSpan.FromMinutes(6));
        thief = await HalfwayAsync(ada);
        var refused = (await thief.ShowAsync(phone.Code())).ShouldBeProblem(429, "tooManyCodes");
        refused.Headers.RetryAfter!.Delta!.Value.Should().BeGreaterThan(TimeSpan.FromHours(22)).And.BeLessThan(TimeSpan.FromDays(1));
        (await (await HalfwayAsync(ada)).ShowAsync(phone.RecoveryCodes[0])).ShouldBe(200);

        (await ada.ConfirmAsync(phone.RecoveryCodes[1])).ShouldBe(200);
        (await ada.PostAsync("/api/auth/password", new { currentPassword = TestClient.Password, newPassword = Better })).ShouldBe(200);
        var client = App.Anonymous();
        (await client.SignInAsync(ada.Email, Better)).ShouldBe(202);
        (await client.ShowAsync(phone.Code())).ShouldBe(200);
    }

    [Test]
    public async Task W10_whoever_runs_the_server_removes_it()
    {
        var ada = await App.RegisterAsync();
        await ada.TurnOnSecondFactorAsync(App.Clock);

        (await CommandAsync("remove-second-factors", ada.Email.ToUpperInvariant())).Should().Be(0);

        (await ada.GetAsync("/api/auth/me")).ShouldBe(401);
        (await App.Anonymous().SignInAsync(ada.Email, TestClient.Password)).ShouldBe(200);
        (await App.Database.CountAsync("authenticators")).Should().Be(0);
        (await App.Database.CountAsync("recovery_codes")).Should().Be(0);
        (await CommandAsync("remove-second-factors", "nobody@example.com")).Should().Be(1);
        (await CommandAsync("remove-second-factors")).Should().Be(2);
    }

    [Test]
    public async Task W11_changing_it_asks_again_who_one_is()
    {
        var ada = await App.RegisterAsync();
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        (await ada.GetAsync("/api/auth/confirm")).ShouldBe(204);
        ada.ConfirmsItself = false;
        App.Clock.Advance(TimeSpan.FromHours(1));

        (await ada.GetAsync("/api/auth/confirm")).ShouldBeProblem(403, "reauthenticationRequired");
        (await ada.DeleteAsync("/api/auth/second-factor")).ShouldBeProblem(403, "reauthenticationRequired");
        (await ada.PostAsync("/api/auth/second-factor")).ShouldBeProblem(403, "reauthenticationRequired");
        (await ada.PutAsync("/api/auth/second-factor", new { code = phone.Code() })).ShouldBeProblem(403, "reauthenticationRequired");
        (await ada.PostAsync("/api/auth/second-factor/recovery-codes")).ShouldBeProblem(403, "reauthenticationRequired");
        (await StateAsync(ada)).GetProperty("isOn").GetBoolean().Should().BeTrue();

        (await ada.ConfirmAsync()).ShouldRefuse("code");
        (await ada.PostAsync("/api/auth/confirm", new { password = "a wrong password", code = phone.Code() })).ShouldBeProblem(401, "invalidCredentials");
        (await ada.ConfirmAsync(phone.WrongCode())).ShouldBeProblem(401, "invalidCode");
        (await ada.DeleteAsync("/api/auth/second-factor")).ShouldBeProblem(403, "reauthenticationRequired");
        var old = App.Node.As(ada);
        (await ada.ConfirmAsync(phone.Code())).ShouldBe(200).Json.GetProperty("workspace").GetProperty("id").GetGuid().Should().Be(ada.WorkspaceId);
        (await old.GetAsync("/api/auth/me")).ShouldBe(401);
        (await ada.DeleteAsync("/api/auth/second-factor")).ShouldBe(200);
    }

    [Test]
    public async Task H1_second_factors_name_every_missing_field()
    {
        var ada = await App.RegisterAsync();

        (await ada.PutAsync("/api/auth/second-factor", new { })).ShouldRefuse("code");
        (await ada.ShowAsync("")).ShouldRefuse("code");
        (await ada.PostAsync("/api/auth/confirm", new { })).ShouldRefuse("password");
    }

    private async Task<TestClient> HalfwayAsync(TestClient person)
    {
        var client = App.Anonymous();
        (await client.SignInAsync(person.Email, TestClient.Password)).ShouldBe(202);
        return client;
    }

    private async Task<TestClient> SignInAsync(TestClient person)
    {
        var client = App.Anonymous();
        (await client.SignInAsync(person.Email, TestClient.Password)).ShouldBe(200);
        return client;
    }

    private async Task<int> CommandAsync(params string[] args) => await OperatorCommand.RunAsync(App.Node.Services, args, TextWriter.Null, TextWriter.Null);

    private static async Task<System.Text.Json.JsonElement> StateAsync(TestClient client) => (await client.GetAsync("/api/auth/second-factor")).ShouldBe(200).Json;
}
