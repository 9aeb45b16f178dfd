namespace Sendra.WebApi.FunctionalTests.Http;

/// <summary>Whoever forgets a proxy in the settings reads it in the log.</summary>
public sealed class TrustedProxyTests(string provider) : FunctionalTest(provider)
{
    private const string Warning = "isn't in TrustedProxies";

    [Test]
    public async Task W5_forwarded_headers_of_a_stranger_are_warned_of_once()
    {
        using var said = new EverythingSaid();
        await using var node = await said.StartNodeAsync(App);
        await CallAsync(node, ("Accept", "*/*"));
        said.Lines.Should().NotContain(line => line.Contains(Warning, StringComparison.Ordinal));

        await CallAsync(node, ("X-Forwarded-For", "203.0.113.7"));
        await CallAsync(node, ("X-Forwarded-Proto", "https"));

        said.Lines.Where(line => line.Contains(Warning, StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("127.0.0.1 ");
    }

    [Test]
    public async Task W5_a_trusted_proxy_is_not_warned_of_whoever_it_speaks_for()
    {
        using var said = new EverythingSaid();
        await using var node = await said.StartNodeAsync(App, new() { ["TrustedProxies"] = "127.0.0.1" });

        await CallAsync(node, ("X-Forwarded-For", "198.51.100.9, 203.0.113.7"));

        said.Lines.Should().NotBeEmpty().And.NotContain(line => line.Contains(Warning, StringComparison.Ordinal));
    }

    private static async Task CallAsync(TestNode node, (string Name, string Value) header) =>
        (await node.Anonymous().SendAsync(HttpMethod.Get, "/api/auth/me", null, header)).ShouldBe(401);
}
