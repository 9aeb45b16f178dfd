using Sendra.WebApi.FunctionalTests.AuditLog;
using Sendra.WebApi.FunctionalTests.Mail;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>Passkeys, by a device that the tests are.</summary>
public sealed class PasskeyTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task W12_a_passkey_signs_in_without_the_password_and_counts_as_both_factors()
    {
        var ada = await App.RegisterAsync();
        using var device = new TestAuthenticator(App.Node.Address);
        var added = await AddAsync(ada, device);
        await ada.TurnOnSecondFactorAsync(App.Clock);
        var client = App.Anonymous();

        var signedIn = (await UseAsync(client, device)).ShouldBe(200);

        added.GetProperty("name").GetString().Should().Be("Laptop");
        signedIn.Json.GetProperty("user").GetProperty("email").GetString().Should().Be(ada.Email);
        (await client.GetAsync("/api/auth/me")).ShouldBe(200).Json.GetProperty("workspace").GetProperty("id").GetGuid().Should().Be(ada.WorkspaceId);
        var listed = (await client.GetAsync("/api/auth/passkeys")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().Single();
        listed.GetProperty("lastUsedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(5));
        (await client.AuditedAsync()).Should().StartWith(["signedIn account"]);
    }

    [Test]
    public async Task W12_an_answer_works_once_also_16_at_once()
    {
        var ada = await App.RegisterAsync();
        using var device = new TestAuthenticator(App.Node.Address);
        await AddAsync(ada, device);
        var challenge = await ChallengeAsync(App.Anonymous());
        var answer = new { token = challenge.Token, credential = device.Use(challenge.Options) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => App.Anonymous().PostAsync("/api/auth/login/passkey", answer)));

        answers.Count(one => one.Status == 200).Should().Be(1);
        answers.Where(one => one.Status != 200).Should().AllSatisfy(one => one.ShouldBeProblem(401, "invalidPasskey"));
    }

    [Test]
    public async Task W12_a_late_forged_or_foreign_answer_is_refused()
    {
        var (ada, eve) = (await App.RegisterAsync(), await App.RegisterAsync());
        using var device = new TestAuthenticator(App.Node.Address);
        using var unknown = new TestAuthenticator(App.Node.Address);
        await AddAsync(ada, device);
        var late = await ChallengeAsync(App.Anonymous());
        App.Clock.Advance(TimeSpan.FromMinutes(10));

        (await App.Anonymous().PostAsync("/api/auth/login/passkey", new { token = late.Token, credential = device.Use(late.Options) })).ShouldBeProblem(401, "invalidPasskey");
        var (one, other) = (await ChallengeAsync(App.Anonymous()), await ChallengeAsync(App.Anonymous()));
        (await App.Anonymous().PostAsync("/api/auth/login/passkey", new { token = one.Token, credential = device.Use(other.Options) })).ShouldBeProblem(401, "invalidPasskey");
        (await App.Anonymous().PostAsync("/api/auth/login/passkey", new { token = $"{one.Token}x", credential = device.Use(one.Options) })).ShouldBeProblem(401, "invalidPasskey");
        (await UseAsync(App.Anonymous(), unknown)).ShouldBeProblem(401, "invalidPasskey");
        device.PageOrigin = "https://evil.example";
        (await UseAsync(App.Anonymous(), device)).ShouldBeProblem(401, "invalidPasskey");
        device.PageOrigin = null;
        device.Verifies = false;
        (await UseAsync(App.Anonymous(), device)).ShouldBeProblem(401, "invalidPasskey");
        device.Verifies = true;
        (await App.Anonymous().PostAsync("/api/auth/login/passkey", new { token = one.Token, credential = "nonsense" })).ShouldBeProblem(401, "invalidPasskey");
        (await UseAsync(eve, device, "/api/auth/confirm/passkey")).ShouldBeProblem(401, "invalidPasskey");
        (await UseAsync(App.Anonymous(), device)).ShouldBe(200);
    }

    [Test]
    public async Task W12_a_challenge_is_for_the_person_who_asked()
    {
        var (ada, eve) = (await App.RegisterAsync(), await App.RegisterAsync());
        using var device = new TestAuthenticator(App.Node.Address);
        var challenge = (await ada.PostAsync("/api/auth/passkeys/challenge")).ShouldBe(200).Json;
        var made = new { token = challenge.GetProperty("token").GetString(), credential = device.Make(challenge.GetProperty("options").GetString()!), name = "Laptop" };

        (await eve.PostAsync("/api/auth/passkeys", made)).ShouldBeProblem(401, "invalidPasskey");

        (await ada.PostAsync("/api/auth/passkeys", made)).ShouldBe(201);
        (await ada.PostAsync("/api/auth/passkeys", made)).ShouldBeProblem(401, "invalidPasskey");
    }

    [Test]
    public async Task W12_adding_and_removing_end_the_other_sessions_and_tell_the_person()
    {
        await using var server = await MailServer.StartAsync();
        await using var connected = App.SendBy(server.Settings());
        var ada = await App.RegisterAsync();
        await server.UntilAccountMailAsync(ada.Email);
        using var device = new TestAuthenticator(App.Node.Address);
        var old = App.Node.As(ada);

        var id = (await AddAsync(ada, device)).GetProperty("id").GetGuid();
        (await old.GetAsync("/api/auth/me")).ShouldBe(401);
        (await server.UntilAccountMailAsync(ada.Email, 2)).Message.Subject.Should().Be("New passkey for your Sendra account");
        (await ada.PatchAsync($"/api/auth/passkeys/{id}", new { name = "Phone" })).ShouldBe(200).Json.GetProperty("name").GetString().Should().Be("Phone");
        old = App.Node.As(ada);
        (await ada.DeleteAsync($"/api/auth/passkeys/{id}")).ShouldBe(200);

        (await old.GetAsync("/api/auth/me")).ShouldBe(401);
        (await server.UntilAccountMailAsync(ada.Email, 3)).Message.Subject.Should().Be("A passkey of your Sendra account was removed");
        (await UseAsync(App.Anonymous(), device)).ShouldBeProblem(401, "invalidPasskey");
        (await ada.DeleteAsync($"/api/auth/passkeys/{id}")).ShouldBeProblem(404, "passkeyNotFound");
        (await ada.AuditedAsync()).Should().Contain("passkeyAdded account").And.Contain("passkeyRemoved account");
    }

    [Test]
    public async Task W11_a_passkey_shows_again_who_is_signed_in()
    {
        var ada = await App.RegisterAsync();
        ada.ConfirmsItself = false;
        using var device = new TestAuthenticator(App.Node.Address);
        var id = (await AddAsync(ada, device)).GetProperty("id").GetGuid();
        App.Clock.Advance(TimeSpan.FromHours(1));
        (await ada.PostAsync("/api/auth/passkeys/challenge")).ShouldBeProblem(403, "reauthenticationRequired");
        (await ada.DeleteAsync($"/api/auth/passkeys/{id}")).ShouldBeProblem(403, "reauthenticationRequired");

        (await UseAsync(ada, device, "/api/auth/confirm/passkey")).ShouldBe(200).Json.GetProperty("workspace").GetProperty("id").GetGuid().Should().Be(ada.WorkspaceId);

        // Adding a passkey begins a new session, too.
        (await ada.AuditedAsync()).Should().StartWith(["signedIn account", "signedIn account", "passkeyAdded account"]);
        (await ada.DeleteAsync($"/api/auth/passkeys/{id}")).ShouldBe(200);
    }

    [Test]
    public async Task W12_a_person_has_up_to_20()
    {
        var ada = await App.RegisterAsync();
        for (var i = 0; i < 20; i++)
        {
            using var device = new TestAuthenticator(App.Node.Address);
            await AddAsync(ada, device);
        }

        using var one = new TestAuthenticator(App.Node.Address);
        var challenge = (await ada.PostAsync("/api/auth/passkeys/challenge")).ShouldBe(200).Json;
        (await ada.PostAsync("/api/auth/passkeys", new { token = challenge.GetProperty("token").GetString(), credential = one.Make(challenge.GetProperty("options").GetString()!), name = "Laptop" }))
            .ShouldBeProblem(409, "tooManyPasskeys");
    }

    [Test]
    public async Task H1_passkeys_name_every_wrong_field()
    {
        var ada = await App.RegisterAsync();

        (await ada.PostAsync("/api/auth/passkeys", new { })).ShouldRefuse("token", "credential", "name");
        (await App.Anonymous().PostAsync("/api/auth/login/passkey", new { })).ShouldRefuse("token", "credential");
        (await ada.PostAsync("/api/auth/confirm/passkey", new { })).ShouldRefuse("token", "credential");
        (await ada.PatchAsync($"/api/auth/passkeys/{Guid.NewGuid()}", new { })).ShouldRefuse("name");
    }

    private static async Task<System.Text.Json.JsonElement> AddAsync(TestClient person, TestAuthenticator device)
    {
        var challenge = (await person.PostAsync("/api/auth/passkeys/challenge")).ShouldBe(200).Json;
        var made = new { token = challenge.GetProperty("token").GetString(), credential = device.Make(challenge.GetProperty("options").GetString()!), name = "Laptop" };
        return (await person.PostAsync("/api/auth/passkeys", made)).ShouldBe(201).Json;
    }

    private static async Task<(string Token, string Options)> ChallengeAsync(TestClient client)
    {
        var challenge = (await client.PostAsync("/api/auth/login/passkey/challenge")).ShouldBe(200).Json;
        return (challenge.GetProperty("token").GetString()!, challenge.GetProperty("options").GetString()!);
    }

    private static async Task<Answer> UseAsync(TestClient client, TestAuthenticator device, string path = "/api/auth/login/passkey")
    {
        var (token, options) = await ChallengeAsync(client);
        return await client.PostAsync(path, new { token, credential = device.Use(options) });
    }
}
