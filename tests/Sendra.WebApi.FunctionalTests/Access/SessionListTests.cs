using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class SessionListTests(string provider) : FunctionalTest(provider)
{
    // The clock goes on while a call is under way.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    [Test]
    public async Task W2_a_person_sees_the_own_sessions_and_ends_one()
    {
        var ada = await App.RegisterAsync(workspaceName: "Acme");
        await App.RegisterAsync();
        var phone = App.Anonymous();
        App.Clock.Advance(TimeSpan.FromHours(1));
        var body = TestClient.ToContent(new { email = ada.Email, password = TestClient.Password });
        (await phone.SendAsync(HttpMethod.Post, "/api/auth/login", body, ("User-Agent", "Phone/1.0"))).ShouldBe(200);

        var sessions = await SessionsAsync(ada);

        sessions.Select(session => session.GetProperty("current").GetBoolean()).Should().BeEquivalentTo([true, false]);
        var other = sessions.Single(session => !session.GetProperty("current").GetBoolean());
        other.GetProperty("userAgent").GetString().Should().Be("Phone/1.0");
        other.GetProperty("address").GetString().Should().Be("127.0.0.1");
        other.GetProperty("workspace").GetString().Should().Be("Acme");
        other.GetProperty("createdAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), Soon);
        (await ada.DeleteAsync($"/api/auth/sessions/{other.GetProperty("id").GetGuid()}")).ShouldBe(204);
        (await phone.GetAsync("/api/auth/me")).ShouldBe(401);
        (await ada.GetAsync("/api/auth/me")).ShouldBe(200);
        (await SessionsAsync(ada)).Should().ContainSingle();
    }

    [Test]
    public async Task W2_the_last_use_of_a_session_is_noted()
    {
        var ada = await App.RegisterAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(10));

        (await ada.SendAsync(HttpMethod.Get, "/api/auth/me", null, ("User-Agent", new string('x', 5_000)))).ShouldBe(200);

        var session = (await SessionsAsync(ada)).Single();
        session.GetProperty("lastUsedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), Soon);
        session.GetProperty("userAgent").GetString().Should().HaveLength(300);
    }

    [Test]
    public async Task W4_another_persons_session_is_404_and_goes_on()
    {
        var (ada, bob) = (await App.RegisterAsync(), await App.RegisterAsync());
        var id = (await SessionsAsync(bob)).Single().GetProperty("id").GetGuid();

        (await ada.DeleteAsync($"/api/auth/sessions/{id}")).ShouldBeProblem(404, "sessionNotFound");

        (await bob.GetAsync("/api/auth/me")).ShouldBe(200);
    }

    [Test]
    public async Task W2_signing_out_everywhere_ends_all_sessions_of_the_person()
    {
        var ada = await App.RegisterAsync();
        var phone = App.Anonymous();
        (await phone.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);
        var bob = await App.RegisterAsync();

        (await ada.DeleteAsync("/api/auth/sessions")).ShouldBe(204);

        ada.Cookie.Should().Be("sendra_session=");
        (await phone.GetAsync("/api/auth/me")).ShouldBe(401);
        (await bob.GetAsync("/api/auth/me")).ShouldBe(200);
        (await App.Database.CountAsync("user_sessions")).Should().Be(1);
    }

    [Test]
    public async Task W2_a_session_ends_after_90_days_however_much_it_is_used_and_the_password_goes_on()
    {
        var ada = await App.RegisterAsync();
        for (var day = 0; day < 80; day += 10)
        {
            App.Clock.Advance(TimeSpan.FromDays(10));
            (await ada.GetAsync("/api/auth/me")).ShouldBe(200);
        }

        App.Clock.Advance(TimeSpan.FromDays(9.9));
        (await ada.GetAsync("/api/auth/me")).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromDays(0.2));

        (await ada.GetAsync("/api/auth/me")).ShouldBe(401);
        (await ada.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);
    }

    [Test]
    public async Task W2_switching_does_not_lengthen_a_session_and_signing_in_does()
    {
        var ada = await App.RegisterAsync();
        App.Clock.Advance(TimeSpan.FromDays(10));
        (await ada.GetAsync("/api/auth/me")).ShouldBe(200);
        var end = (await SessionsAsync(ada)).Single().GetProperty("endsAt").GetDateTimeOffset();

        (await ada.PostAsync("/api/workspaces", new { name = "Second" })).ShouldBe(201);

        (await SessionsAsync(ada)).Single().GetProperty("endsAt").GetDateTimeOffset().Should().Be(end);
        (await ada.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);
        (await SessionsAsync(ada)).Single().GetProperty("endsAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow().AddDays(90), Soon);
    }

    [Test]
    public async Task W2_a_public_url_with_https_makes_the_cookie_secure_without_trusted_proxies()
    {
        await using var node = await App.StartNodeAsync(new() { ["PublicUrl"] = "https://events.example.com" });
        var client = node.Anonymous();

        var answer = (await client.PostAsync("/api/auth/register", new { email = "ada@example.com", password = TestClient.Password, workspaceName = "W" })).ShouldBe(201);

        answer.Headers.GetValues("Set-Cookie").Single().Should().StartWith("__Host-sendra_session=").And.Contain("; secure");
        (await client.GetAsync("/api/auth/me")).ShouldBe(200);
    }

    private static async Task<JsonElement[]> SessionsAsync(TestClient client) =>
        [.. (await client.GetAsync("/api/auth/sessions")).ShouldBe(200).Json.GetProperty("items").EnumerateArray()];
}
