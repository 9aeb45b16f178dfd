namespace Sendra.WebApi.FunctionalTests.Http;

public sealed class HealthTests(string provider) : FunctionalTest(provider)
{
    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task H1_health_needs_no_session(string path) =>
        (await App.Anonymous().GetAsync(path)).ShouldBe(200).Json.GetProperty("status").GetString().Should().Be("healthy");
}
