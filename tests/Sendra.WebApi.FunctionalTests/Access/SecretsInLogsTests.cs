namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>What opens something shows up in no log line, trace or metric, at any level.</summary>
public sealed class SecretsInLogsTests(string provider) : FunctionalTest(provider)
{
    private const string NewPassword = "wholly-new-password-91";

    [Test]
    public async Task W2_no_cookie_key_password_or_invitation_is_in_any_log_line_trace_or_metric()
    {
        using var said = new EverythingSaid();
        await using var node = await said.StartNodeAsync(App);
        var secrets = new HashSet<string> { TestClient.Password, NewPassword };
        var owner = node.Anonymous();
        await CallAsync(owner, 201, "/api/auth/register", new { email = "ada@example.com", password = TestClient.Password, workspaceName = "A" });
        await CallAsync(owner, 200, "/api/auth/login", new { email = "ada@example.com", password = TestClient.Password });
        await CallAsync(owner, 200, "/api/auth/password", new { currentPassword = TestClient.Password, newPassword = NewPassword });
        await CallAsync(node.Anonymous(), 401, "/api/auth/login", new { email = "ada@example.com", password = TestClient.Password });

        var program = node.Anonymous();
        program.ApiKey = (await CallAsync(owner, 201, "/api/api-keys", new { name = "P", scopes = (string[])["read"] })).Json.GetProperty("key").GetString();
        secrets.Add(program.ApiKey![11..]);
        (await program.GetAsync("/api/events")).ShouldBe(200);
        (await program.GetAsync("/api/api-keys")).ShouldBe(403);
        program.ApiKey = program.ApiKey[..^1];
        (await program.GetAsync("/api/events")).ShouldBe(401);
        secrets.Add(program.ApiKey[11..]);

        var token = (await CallAsync(owner, 201, "/api/invitations", new { role = "member" })).Json.GetProperty("token").GetString()!;
        secrets.Add(token);
        await CallAsync(node.Anonymous(), 200, "/api/invitations/preview", new { token });
        var guest = node.Anonymous();
        await CallAsync(guest, 200, "/api/invitations/accept", new { token, email = "bob@example.com", password = TestClient.Password });
        await CallAsync(guest, 404, "/api/invitations/accept", new { token });
        await CallAsync(guest, 400, "/api/invitations/accept", new { token, password = NewPassword, unknown = 1 });
        var (reset, verification) = ("resetresetresetresetresetreset42", "verifyverifyverifyverifyverify42");
        secrets.UnionWith([reset, verification]);
        await CallAsync(guest, 404, "/api/auth/reset-password", new { token = reset, password = NewPassword });
        await CallAsync(guest, 404, "/api/auth/verify-email", new { token = verification });
        await CallAsync(guest, 204, "/api/auth/logout", null);

        said.Lines.Should().Contain(line => line.Contains("/api/invitations/accept", StringComparison.Ordinal), "the log is looked at");
        secrets.Should().HaveCountGreaterThan(8).And.OnlyContain(secret => secret.Length > 8);
        said.Lines.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();

        async Task<Answer> CallAsync(TestClient client, int status, string path, object? body)
        {
            var answer = (await client.PostAsync(path, body)).ShouldBe(status);
            if (client.Cookie?.Split('=')[1] is { Length: > 0 } cookie)
            {
                secrets.Add(cookie);
            }

            return answer;
        }
    }
}
