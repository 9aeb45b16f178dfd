using System.Text.Json;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>Until when, from where and what of secrets: what a key can't do whatever its scopes.</summary>
public sealed class KeyLimitTests(string provider) : FunctionalTest(provider)
{
    private const string Path = "/api/api-keys";

    [Test]
    public async Task W3_a_key_is_refused_once_its_time_is_over_although_it_is_in_the_cache()
    {
        var owner = await App.RegisterAsync();
        var end = App.Clock.GetUtcNow().AddSeconds(30);
        var made = await CreateAsync(owner, new { name = "Short", scopes = (string[])["events:send", "read"], expiresAt = end });
        var program = Program(made);
        (await program.GetAsync("/api/events")).ShouldBe(200);
        made.GetProperty("expiresAt").GetDateTimeOffset().Should().BeCloseTo(end, TimeSpan.FromMilliseconds(1));
        var used = (await owner.ItemsAsync(Path)).Single();
        used.GetProperty("expiresAt").GetDateTimeOffset().Should().BeCloseTo(end, TimeSpan.FromMilliseconds(1));

        App.Clock.Advance(TimeSpan.FromSeconds(31));

        var refused = (await program.GetAsync("/api/events")).ShouldBeProblem(401, "apiKeyExpired");
        refused.Headers.WwwAuthenticate.ToString().Should().Contain("invalid_token");
        (await program.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp" })).ShouldBeProblem(401, "apiKeyExpired");
        (await program.PostAsync("/compat/resend/events/send", new { @event = "signUp", email = "ada@example.com" })).ShouldBe(403).Json.GetProperty("name").GetString().Should().Be("invalid_api_key");
        (await program.GetAsync("/compat/loops/api/v1/api-key")).ShouldBe(401).Json.GetProperty("error").GetString().Should().Be("Invalid API key");
        (await owner.ItemsAsync(Path)).Should().ContainSingle("it is there until somebody revokes it");
    }

    [Test]
    public async Task W3_a_key_is_refused_from_an_address_outside_of_its_networks()
    {
        var owner = await App.RegisterAsync();
        var here = Program(await CreateAsync(owner, new { name = "Here", scopes = (string[])["read"], allowedNetworks = (string[])["203.0.113.0/24", "127.0.0.1", "::1"] }));
        var made = await CreateAsync(owner, new { name = "Elsewhere", scopes = (string[])["events:send", "read"], allowedNetworks = (string[])["203.0.113.0/24", "2001:db8::/32"] });
        var elsewhere = Program(made);

        (await here.GetAsync("/api/events")).ShouldBe(200);
        (await elsewhere.GetAsync("/api/events")).ShouldBeProblem(403, "addressNotAllowed");
        (await elsewhere.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp" })).ShouldBeProblem(403, "addressNotAllowed");
        (await elsewhere.PostAsync("/compat/resend/events/send", new { @event = "signUp", email = "ada@example.com" })).ShouldBe(403).Json.GetProperty("name").GetString().Should().Be("invalid_access");
        (await elsewhere.GetAsync("/compat/loops/api/v1/api-key")).ShouldBe(403);

        // Whoever says so without being a proxy that is trusted isn't believed.
        (await elsewhere.SendAsync(HttpMethod.Get, "/api/events", null, ("X-Forwarded-For", "203.0.113.7"))).ShouldBeProblem(403, "addressNotAllowed");
        made.GetProperty("allowedNetworks").EnumerateArray().Select(network => network.GetString()).Should().Equal("203.0.113.0/24", "2001:db8::/32");
        (await App.Database.CountAsync("received_events")).Should().Be(0);
    }

    [Test]
    public async Task W3_behind_a_trusted_proxy_the_address_in_front_of_it_counts()
    {
        var owner = await App.RegisterAsync();
        var made = await CreateAsync(owner, new { name = "Key", scopes = (string[])["read"], allowedNetworks = (string[])["203.0.113.0/24"] });
        await using var node = await App.StartNodeAsync(new() { ["TrustedProxies"] = "127.0.0.1,::1" });
        var program = node.Anonymous();
        program.ApiKey = made.Text("key");

        (await program.SendAsync(HttpMethod.Get, "/api/events", null, ("X-Forwarded-For", "203.0.113.7"))).ShouldBe(200);
        (await program.SendAsync(HttpMethod.Get, "/api/events", null, ("X-Forwarded-For", "203.0.112.7"))).ShouldBeProblem(403, "addressNotAllowed");

        // Its client may write what it likes in front of what the proxy adds.
        (await program.SendAsync(HttpMethod.Get, "/api/events", null, ("X-Forwarded-For", "203.0.113.7, 198.51.100.1"))).ShouldBeProblem(403, "addressNotAllowed");
    }

    [Test]
    public async Task H1_limits_of_a_key_that_make_no_sense_are_named()
    {
        var owner = await App.RegisterAsync();
        foreach (var networks in (string?[][])[[], ["10.0.0.0/33"], ["everywhere"], [null], ["10.0.0.0/8", "300.1.1.1"], [.. Enumerable.Range(0, 51).Select(i => $"10.0.0.{i}")]])
        {
            (await owner.PostAsync(Path, new { name = "Key", scopes = (string[])["read"], allowedNetworks = networks })).ShouldRefuse("allowedNetworks");
        }

        (await owner.PostAsync(Path, new { name = "Key", scopes = (string[])["read"], expiresAt = App.Clock.GetUtcNow().AddSeconds(-1) })).ShouldRefuse("expiresAt");
        (await owner.PostAsync(Path, new { name = "Key", scopes = (string[])["read"], expiresAt = "tomorrow" })).ShouldRefuse("expiresAt");
        (await owner.PostAsync(Path, new { name = "Key", scopes = (string[])["read"], expiresAt = (string?)null, allowedNetworks = (string[]?)null })).ShouldBe(201);
    }

    [Test]
    public async Task W3_a_key_that_only_reads_sees_no_url_and_no_secret()
    {
        var owner = await App.RegisterAsync();
        var (reader, manager) = (await App.ProgramAsync(owner, "read", "events:send"), await App.ProgramAsync(owner, "manage"));
        var source = await Source.CreateAsync(owner);
        (await owner.PutAsync($"/api/event-sources/{source.Id}", new
        {
            name = "Meta",
            emailPath = "email",
            eventName = new { path = "event" },
            handshake = new { type = "queryEcho", parameter = "hub.challenge", requires = new Dictionary<string, string> { ["hub.verify_token"] = "chosen-secret" } },
        })).ShouldBe(200);
        var automation = (await owner.PostAsync("/api/automations", new
        {
            name = "Calls",
            trigger = new { eventName = "signUp" },
            frequency = "everyTime",
            exitEvents = Array.Empty<string>(),
            steps = (object[])[new { id = "call", type = "callUrl", method = "POST", url = "https://hooks.example.com/T0/B0/secret-path?k=1", headers = new { authorization = "Bearer secret-token" }, body = "{\"a\":1.10}" }],
        })).ShouldBe(201).Json.Text("id");
        string[] secrets = [source.Url, "chosen-secret", "secret-path", "secret-token"];
        string[] paths =
        [
            "/api/event-sources", $"/api/event-sources/{source.Id}", $"/api/automations/{automation}", $"/api/automations/{automation}/versions/1", $"/compat/resend/automations/{automation}", "/api/workspace/settings",
        ];

        foreach (var path in paths)
        {
            var text = (await reader.GetAsync(path)).ShouldBe(200).Text;
            secrets.Where(text.Contains).Should().BeEmpty(path);
        }

        var tested = new { automationId = automation, contact = new { email = "ada@example.com" }, @event = new { eventName = "signUp" } };
        secrets.Where((await reader.PostAsync("/api/automations/test", tested)).ShouldBe(200).Text.Contains).Should().BeEmpty();
        (await owner.PostAsync("/api/automations/test", tested)).ShouldBe(200).Text.Should().Contain("secret-token");
        (await reader.GetAsync($"/api/event-sources/{source.Id}")).Json.GetProperty("url").ValueKind.Should().Be(JsonValueKind.Null);
        (await reader.GetAsync($"/api/automations/{automation}")).Text.Should().Contain("https://hooks.example.com/").And.Contain("authorization").And.Contain("1.10");
        foreach (var client in (TestClient[])[owner, manager])
        {
            (await client.GetAsync($"/api/event-sources/{source.Id}")).ShouldBe(200).Text.Should().ContainAll(source.Url, "chosen-secret");
            (await client.GetAsync($"/api/automations/{automation}")).ShouldBe(200).Text.Should().ContainAll("secret-path", "secret-token");
        }
    }

    [Test]
    public async Task W9_who_created_a_key_an_invitation_or_a_source_is_known()
    {
        var owner = await App.RegisterAsync();
        var manager = await App.ProgramAsync(owner, "manage");
        (await owner.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201);
        var body = new { name = "Source", emailPath = "email", eventName = new { path = "event" } };
        var mine = (await owner.PostAsync("/api/event-sources", body)).ShouldBe(201).Json;
        var its = (await manager.PostAsync("/api/event-sources", body)).ShouldBe(201).Json;
        var key = (await owner.ItemsAsync(Path)).Single();

        key.Text("createdBy").Should().Be(owner.UserId.ToString());
        (await owner.ItemsAsync("/api/invitations")).Single().Text("createdBy").Should().Be(owner.UserId.ToString());
        mine.Text("createdBy").Should().Be(owner.UserId.ToString());
        its.Text("createdBy").Should().Be(key.Text("id"));
        (await owner.GetAsync($"/api/event-sources/{its.Text("id")}")).Json.Text("createdBy").Should().Be(key.Text("id"));
    }

    private static async Task<JsonElement> CreateAsync(TestClient owner, object key) => (await owner.PostAsync(Path, key)).ShouldBe(201).Json;

    private TestClient Program(JsonElement made)
    {
        var program = App.Anonymous();
        program.ApiKey = made.Text("key");
        return program;
    }
}
