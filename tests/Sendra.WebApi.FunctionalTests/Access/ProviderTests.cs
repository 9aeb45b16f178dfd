using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Sendra.WebApi.FunctionalTests.AuditLog;
using Sendra.WebApi.FunctionalTests.Mail;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>Signing in by an OpenID Connect provider that runs beside the test.</summary>
public sealed class ProviderTests(string provider) : FunctionalTest(provider)
{
    private TestProvider _provider = null!;
    private TestNode _node = null!;

    [SetUp]
    public async Task StartAsync()
    {
        // Both take long to start.
        _provider ??= await TestProvider.StartAsync();
        _node ??= await App.StartNodeAsync(_provider.Settings);
        (_provider.Subject, _provider.Email, _provider.EmailVerified, _provider.Declines, _provider.Forge) = (Guid.NewGuid().ToString("N"), null, true, false, null);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_node is not null)
        {
            await _node.DisposeAsync();
        }

        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }
    }

    [Test]
    public async Task W13_a_newcomer_signs_up_by_a_provider_and_signs_in_again()
    {
        _provider.Email = "ada@example.com";
        var options = (await _node.Anonymous().GetAsync("/api/auth/options")).ShouldBe(200).Json.GetProperty("providers").EnumerateArray().Single();
        (options.GetProperty("key").GetString(), options.GetProperty("name").GetString()).Should().Be(("acme", "Acme ID"));
        var ada = _node.Anonymous();

        (await EnterAsync(ada, next: "/contacts")).Should().Be("/contacts");

        var me = (await ada.GetAsync("/api/auth/me")).ShouldBe(200).Json;
        me.GetProperty("user").GetProperty("email").GetString().Should().Be("ada@example.com");
        me.GetProperty("user").GetProperty("emailVerified").GetBoolean().Should().BeTrue();
        me.GetProperty("workspace").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null, "she names her workspace next");
        (await ada.PostAsync("/api/workspaces", new { name = "Acme" })).ShouldBe(201);

        // The email may go to somebody else; who she is to the provider stays.
        _provider.Email = "other@example.com";
        var again = _node.Anonymous();
        (await EnterAsync(again)).Should().Be("/");
        (await again.GetAsync("/api/auth/me")).ShouldBe(200).Json.GetProperty("user").GetProperty("email").GetString().Should().Be("ada@example.com");
        (await _node.Anonymous().SignInAsync("ada@example.com", TestClient.Password)).ShouldBeProblem(401, "invalidCredentials");
    }

    [Test]
    public async Task W13_a_verified_account_with_the_same_email_is_linked_and_told()
    {
        await using var server = await MailServer.StartAsync();
        await using var connected = App.SendBy(server.Settings());
        var ada = await App.RegisterAsync();
        (await ada.VerifyAsync((await server.UntilAccountMailAsync(ada.Email)).Token())).ShouldBe(204);
        await connected.DisposeAsync();
        await using var here = _node.Services.GetRequiredService<MailSwitch>().Use(server.Settings());
        _provider.Email = ada.Email;
        var client = _node.Anonymous();

        (await EnterAsync(client)).Should().Be("/");

        (await client.GetAsync("/api/auth/me")).ShouldBe(200).Json.GetProperty("workspace").GetProperty("id").GetGuid().Should().Be(ada.WorkspaceId);
        (await server.UntilAccountMailAsync(ada.Email, 2)).Message.Subject.Should().Be("New way to sign in to your Sendra account");
        (await client.GetAsync("/api/auth/providers/links")).ShouldBe(200).Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Test]
    public async Task W13_an_unverified_account_is_not_taken_over_and_takes_nothing_over()
    {
        var stranger = await App.RegisterAsync("ada@example.com");
        _provider.Email = "ada@example.com";
        var client = _node.Anonymous();

        ProblemOf(await EnterAsync(client)).Should().Be("accountNotVerified");

        (await client.GetAsync("/api/auth/me")).ShouldBe(401);
        (await App.Database.CountAsync("provider_links")).Should().Be(0);
        (await stranger.GetAsync("/api/auth/me")).ShouldBe(200);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task W13_an_email_that_the_provider_does_not_vouch_for_counts_for_nothing(bool isMissing)
    {
        _provider.Email = isMissing ? null : "ada@example.com";
        _provider.EmailVerified = false;
        var client = _node.Anonymous();

        ProblemOf(await EnterAsync(client)).Should().Be("providerEmailNotVerified");

        (await client.GetAsync("/api/auth/me")).ShouldBe(401);
        (await App.Database.CountAsync("users")).Should().Be(0);
    }

    [Test]
    public async Task W10_a_provider_does_not_go_around_the_second_factor()
    {
        _provider.Email = "ada@example.com";
        var ada = _node.Anonymous();
        await EnterAsync(ada);
        var phone = await ada.TurnOnSecondFactorAsync(App.Clock);
        var client = _node.Anonymous();

        (await EnterAsync(client, next: "/contacts")).Should().Be("/sign-in?step=code&next=%2Fcontacts");

        (await client.GetAsync("/api/auth/me")).ShouldBe(401);
        (await client.ShowAsync(phone.Code())).ShouldBe(200);
        (await client.GetAsync("/api/auth/me")).ShouldBe(200);
    }

    [TestCase("nothing", null)]
    [TestCase("key", "providerFailed")]
    [TestCase("signature", "providerFailed")]
    [TestCase("issuer", "providerFailed")]
    [TestCase("audience", "providerFailed")]
    [TestCase("time", "providerFailed")]
    public async Task W13_an_id_token_that_is_forged_old_or_for_somebody_else_signs_nobody_in(string wrong, string? problem)
    {
        _provider.Email = "ada@example.com";
        _provider.Forge = token =>
        {
            var real = new JsonWebToken(token);
            return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
            {
                Claims = real.Claims.Where(claim => claim.Type is not ("iss" or "aud" or "exp" or "nbf" or "iat"))
                    .ToDictionary(claim => claim.Type, claim => claim.Type == "email_verified" ? true : (object)claim.Value),
                Issuer = wrong == "issuer" ? "https://another.example" : real.Issuer,
                Audience = wrong == "audience" ? "another" : real.Audiences.Single(),
                IssuedAt = real.IssuedAt.AddDays(wrong == "time" ? -1 : 0),
                Expires = real.ValidTo.AddDays(wrong == "time" ? -1 : 0),
                SigningCredentials = wrong == "signature" ? null : new SigningCredentials(wrong == "key" ? TestProvider.NewKey() : TestProvider.Key, SecurityAlgorithms.EcdsaSha256),
            });
        };
        var client = _node.Anonymous();

        var location = await EnterAsync(client);

        (location == "/" ? null : ProblemOf(location)).Should().Be(problem);
        (await client.GetAsync("/api/auth/me")).ShouldBe(problem is null ? 200 : 401);
        (await App.Database.CountAsync("users")).Should().Be(problem is null ? 1 : 0);
    }

    [Test]
    public async Task W13_a_provider_that_is_another_than_the_settings_name_is_not_asked()
    {
        await using var provider = await TestProvider.StartAsync();
        provider.Alias = new Uri("https://another.example");
        await using var node = await App.StartNodeAsync(provider.Settings);

        (await node.Anonymous().PostAsync("/api/auth/providers/acme/sign-in", new { })).ShouldBeProblem(409, "providerUnavailable");
    }

    [TestCase("nonce")]
    [TestCase("state")]
    [TestCase("code_challenge")]
    public async Task W13_what_was_not_asked_for_signs_nobody_in(string parameter)
    {
        _provider.Email = "ada@example.com";
        var client = _node.Anonymous();
        var url = await StartAsync(client);
        var query = QueryHelpers.ParseQuery(new Uri(url).Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        query[parameter] = parameter == "state" ? $"x{query[parameter]}" : parameter == "nonce" ? "another" : new string('x', 43);

        var back = await TestProvider.VisitAsync(QueryHelpers.AddQueryString(url.Split('?')[0], query));

        ProblemOf(await ReturnAsync(client, back)).Should().Be("providerFailed");
        (await client.GetAsync("/api/auth/me")).ShouldBe(401);
        (await App.Database.CountAsync("users")).Should().Be(0);
    }

    [Test]
    public async Task W13_a_callback_works_once_and_in_the_browser_that_began_alone()
    {
        _provider.Email = "ada@example.com";
        var (client, thief) = (_node.Anonymous(), _node.Anonymous());
        var back = await TestProvider.VisitAsync(await StartAsync(client));

        ProblemOf(await ReturnAsync(thief, back)).Should().Be("providerFailed");
        var cookies = client.OtherCookies.ToDictionary();
        (await ReturnAsync(client, back)).Should().Be("/");
        ProblemOf(await ReturnAsync(client, back)).Should().Be("providerFailed");
        foreach (var (name, value) in cookies)
        {
            thief.OtherCookies[name] = value;
        }

        ProblemOf(await ReturnAsync(thief, back)).Should().Be("providerFailed", "it counts once, also where the provider would redeem the code again");
        (await thief.GetAsync("/api/auth/me")).ShouldBe(401);
    }

    [Test]
    public async Task W13_who_declines_or_whose_provider_is_down_is_told_so()
    {
        _provider.Declines = true;
        ProblemOf(await EnterAsync(_node.Anonymous())).Should().Be("providerDeclined");
        var settings = _provider.Settings;
        var shaky = await TestProvider.StartAsync();
        shaky.Email = "ada@example.com";
        await using var node = await App.StartNodeAsync(shaky.Settings);
        var client = node.Anonymous();
        var back = await TestProvider.VisitAsync(await StartAsync(client));
        await shaky.DisposeAsync();

        ProblemOf(await ReturnAsync(client, back)).Should().Be("providerFailed");

        settings["OpenIdConnect:acme:Authority"] = $"http://127.0.0.1:{FreePort.Find()}";
        await using var fresh = await App.StartNodeAsync(settings);
        (await fresh.Anonymous().PostAsync("/api/auth/providers/acme/sign-in", new { })).ShouldBeProblem(409, "providerUnavailable");
    }

    [Test]
    public async Task W7_sign_up_rules_hold_for_providers()
    {
        var owner = await App.RegisterAsync();
        await using var node = await App.StartNodeAsync(new(_provider.Settings) { ["SignUp"] = "invited" });
        _provider.Email = "ada@example.com";
        var token = (await owner.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201).Json.GetProperty("token").GetString()!;

        ProblemOf(await EnterAsync(node.Anonymous())).Should().Be("signUpClosed");
        ProblemOf(await EnterAsync(node.Anonymous(), invitation: new string('x', 32))).Should().Be("invitationNotFound");
        var ada = node.Anonymous();
        (await EnterAsync(ada, invitation: token)).Should().Be("/");

        (await ada.GetAsync("/api/auth/me")).ShouldBe(200).Json.GetProperty("workspace").GetProperty("id").GetGuid().Should().Be(owner.WorkspaceId);
        (_provider.Subject, _provider.Email) = ("another", "bob@example.com");
        ProblemOf(await EnterAsync(node.Anonymous(), invitation: token)).Should().Be("invitationNotFound");
        (await App.Database.CountAsync("users")).Should().Be(2);
        await using var closed = await App.StartNodeAsync(new(_provider.Settings) { ["SignUp"] = "off" });
        var other = (await owner.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201).Json.GetProperty("token").GetString()!;
        ProblemOf(await EnterAsync(closed.Anonymous(), invitation: other)).Should().Be("signUpClosed");
    }

    [Test]
    public async Task W13_a_person_links_and_unlinks_a_provider_with_another_email()
    {
        var (ada, eve) = (await RegisterAsync(), await RegisterAsync());
        _provider.Email = "ada@elsewhere.example";
        var old = _node.As(ada);

        (await LinkAsync(ada)).Should().Be("/account");

        (await old.GetAsync("/api/auth/me")).ShouldBe(401);
        var link = (await ada.GetAsync("/api/auth/providers/links")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().Single();
        link.GetProperty("email").GetString().Should().Be("ada@elsewhere.example");
        (await ada.AuditedAsync()).Should().Contain("providerLinked account");
        ProblemOf(await LinkAsync(eve)).Should().Be("linkedToAnother");
        var client = _node.Anonymous();
        (await EnterAsync(client)).Should().Be("/");
        (await client.GetAsync("/api/auth/me")).ShouldBe(200).Json.GetProperty("user").GetProperty("email").GetString().Should().Be(ada.Email);

        (await eve.DeleteAsync($"/api/auth/providers/links/{link.GetProperty("id").GetGuid()}")).ShouldBeProblem(404, "linkNotFound");
        (await ada.DeleteAsync($"/api/auth/providers/links/{link.GetProperty("id").GetGuid()}")).ShouldBe(200);
        (await client.GetAsync("/api/auth/me")).ShouldBe(401);
    }

    [Test]
    public async Task W13_a_person_links_up_to_20()
    {
        var ada = await RegisterAsync();
        for (var i = 0; i < 20; i++)
        {
            _provider.Subject = Guid.NewGuid().ToString("N");
            (await LinkAsync(ada)).Should().Be("/account");
        }

        _provider.Subject = Guid.NewGuid().ToString("N");
        ProblemOf(await LinkAsync(ada)).Should().Be("tooManyProviderLinks");

        (await ada.GetAsync("/api/auth/providers/links")).ShouldBe(200).Json.GetProperty("items").GetArrayLength().Should().Be(20);
    }

    [Test]
    public async Task W13_the_last_way_in_stays()
    {
        _provider.Email = "ada@example.com";
        var ada = _node.Anonymous();
        await EnterAsync(ada);
        var link = (await ada.GetAsync("/api/auth/providers/links")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetGuid();

        (await ada.DeleteAsync($"/api/auth/providers/links/{link}")).ShouldBeProblem(409, "lastSignIn");
    }

    [Test]
    public async Task W13_a_link_from_elsewhere_leads_to_no_other_site()
    {
        _provider.Email = "ada@example.com";

        (await EnterAsync(_node.Anonymous(), next: "https://evil.example")).Should().Be("/");
        (await EnterAsync(_node.Anonymous(), next: "//evil.example")).Should().Be("/");
        (await EnterAsync(_node.Anonymous(), next: "/\\evil.example")).Should().Be("/");
    }

    [TestCase("OpenIdConnect:acme:Authority", "http://accounts.example.com")]
    [TestCase("OpenIdConnect:acme:ClientId", "")]
    [TestCase("OpenIdConnect:a/b:ClientId", "x")]
    public async Task W13_a_setting_that_makes_no_sense_ends_the_start(string key, string value) =>
        (await FluentActions.Awaiting(() => App.StartNodeAsync(new(_provider.Settings) { [key] = value })).Should().ThrowAsync<InvalidOperationException>())
            .Which.Message.Should().Contain("OpenIdConnect__");

    private async Task<TestClient> RegisterAsync()
    {
        var client = await App.RegisterAsync();
        return _node.As(client);
    }

    // The whole way: to the provider and back.
    private static async Task<string> EnterAsync(TestClient client, string? next = null, string? invitation = null) =>
        await ReturnAsync(client, await TestProvider.VisitAsync(await StartAsync(client, next, invitation)));

    private static async Task<string> LinkAsync(TestClient client)
    {
        var url = (await client.PostAsync("/api/auth/providers/acme/link")).ShouldBe(200).Json.GetProperty("url").GetString()!;
        return await ReturnAsync(client, await TestProvider.VisitAsync(url));
    }

    private static async Task<string> StartAsync(TestClient client, string? next = null, string? invitation = null)
    {
        var url = (await client.PostAsync("/api/auth/providers/acme/sign-in", new { next, invitation })).ShouldBe(200).Json.GetProperty("url").GetString()!;
        url.Should().Contain("code_challenge_method=S256").And.Contain("nonce=").And.Contain("response_type=code");
        return url;
    }

    private static async Task<string> ReturnAsync(TestClient client, Uri back)
    {
        var answer = (await client.GetAsync(back.PathAndQuery)).ShouldBe(302);
        return answer.Headers.Location!.ToString();
    }

    private static string? ProblemOf(string location) => QueryHelpers.ParseQuery(location[location.IndexOf('?', StringComparison.Ordinal)..])["problem"];
}
