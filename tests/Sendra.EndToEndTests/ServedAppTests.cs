using System.Net;
using System.Text.RegularExpressions;

namespace Sendra.EndToEndTests;

/// <summary>How the API serves the app.</summary>
public sealed partial class ServedAppTests : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = Stage.Sendra.Url };

    public void Dispose() => client.Dispose();

    [TestCase("/")]
    [TestCase("/settings/events?name=signUp")]
    [TestCase("/automations/0190d3c8-7b1e-7c3a-9f21-3c5d8e0f1a2b")]
    public async Task Pages_are_the_app_with_a_strict_policy(string path)
    {
        using var answer = await client.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        policy.Should().Contain("script-src 'self';").And.NotContain("unsafe");
        page.Should().Contain(Nonce().Match(policy).Groups[1].Value).And.NotContain("{csp-nonce}");
    }

    [Test]
    public async Task Each_answer_has_a_nonce_of_its_own()
    {
        var first = await client.GetStringAsync("/");
        var second = await client.GetStringAsync("/");
        first.Should().NotBe(second);
    }

    [TestCase("/api/nothing")]
    [TestCase("/health/nothing")]
    [TestCase("/swagger/nothing")]
    [TestCase("/assets/nothing.js")]
    [TestCase("/nothing.png")]
    [TestCase("/appsettings.json")]
    [TestCase("/Program.cs")]
    public async Task What_is_no_page_is_not_found(string path)
    {
        using var answer = await client.GetAsync(path);
        answer.StatusCode.Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType?.MediaType.Should().NotBe("text/html");
    }

    [TestCase("br", "br")]
    [TestCase("gzip, deflate, br", "br")]
    [TestCase("gzip", "gzip")]
    [TestCase("br;q=0, gzip", "gzip")]
    [TestCase("identity", null)]
    public async Task Assets_come_as_the_build_compressed_them_and_are_kept_for_good(string accepted, string? coding)
    {
        var script = Script().Match(await client.GetStringAsync("/")).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.Add("Accept-Encoding", accepted);
        using var answer = await client.SendAsync(request);
        answer.Content.Headers.ContentEncoding.Should().Equal(coding is null ? [] : [coding]);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        answer.Headers.Vary.Should().Equal("Accept-Encoding");
        answer.Headers.CacheControl!.ToString().Should().Contain("immutable");
    }

    [Test]
    public async Task The_apps_client_is_made_from_this_very_contract()
    {
        var served = await client.GetStringAsync("/swagger/v1/swagger.json");
        var kept = await File.ReadAllTextAsync(Path.Combine(Repository.AdminApp, "openapi.json"));
        kept.TrimEnd().Should().Be(served.TrimEnd(), "the contract has changed: run build/openapi.sh");
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("src=\"(/assets/[^\"]+\\.js)\"")]
    private static partial Regex Script();
}
