namespace Sendra.WebApi.FunctionalTests.Http;

public sealed class SecurityHeadersTests(string provider) : FunctionalTest(provider)
{
    [TestCase("/api/auth/me", 401)]
    [TestCase("/api/nothing", 404)]
    [TestCase("/api/test/fail", 500)]
    [TestCase("/health/live", 200)]
    [TestCase("/swagger/v1/swagger.json", 200)]
    [TestCase("/swagger/index.html", 200)]
    public async Task W2_every_answer_tells_browsers_to_be_careful(string path, int status)
    {
        var headers = (await App.Anonymous().GetAsync(path)).ShouldBe(status).Headers;

        headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'");
        headers.Contains("Server").Should().BeFalse();
        headers.Contains("Strict-Transport-Security").Should().BeFalse("browsers ignore it over plain HTTP");
    }

    [Test]
    public async Task W2_what_one_caller_sees_is_kept_in_no_cache()
    {
        var ada = await App.RegisterAsync();

        (await ada.GetAsync("/api/auth/me")).Headers.CacheControl!.NoStore.Should().BeTrue();
        (await ada.GetAsync("/api/events")).Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Test]
    public async Task W2_over_https_browsers_are_told_to_stay_there()
    {
        await using var node = await App.StartNodeAsync(new() { ["TrustedProxies"] = "127.0.0.1" });

        var answer = await node.Anonymous().SendAsync(HttpMethod.Get, "/api/auth/me", null, ("X-Forwarded-Proto", "https"));

        answer.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000");
        (await App.Anonymous().SendAsync(HttpMethod.Get, "/api/auth/me", null, ("X-Forwarded-Proto", "https")))
            .Headers.Contains("Strict-Transport-Security").Should().BeFalse("anyone may say so");
    }
}
