using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Http;

public sealed class ApiDocumentTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] AnswersWithoutBody = ["get /api/webhooks/{token}", "options /api/events/cloudevents"];

    [Test]
    public async Task H2_the_page_is_there() => (await App.Anonymous().GetAsync("/swagger/index.html")).ShouldBe(200).Text.Should().Contain("swagger-ui");

    [Test]
    public async Task H2_every_call_says_what_it_does_and_how_it_fails()
    {
        var document = (await App.Anonymous().GetAsync("/swagger/v1/swagger.json")).ShouldBe(200).Json;

        foreach (var (name, call) in Calls(document))
        {
            call.TryGetProperty("summary", out _).Should().BeTrue("{0} needs a summary", name);
            var responses = call.GetProperty("responses").EnumerateObject().ToArray();
            responses.Should().Contain(response => response.Name.StartsWith('2'), "{0} can succeed", name);
            responses.Should().Contain(response => response.Name == "503", "{0} can meet a database that is down", name);
            foreach (var answer in responses.Where(response => response.Name is "200" or "201" && !AnswersWithoutBody.Contains(name)))
            {
                answer.Value.TryGetProperty("content", out _).Should().BeTrue("{0} says what it answers", name);
            }

            foreach (var error in responses.Where(response => response.Name[0] is '4' or '5'))
            {
                error.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()
                    .Should().Be("#/components/schemas/Problem", "{0} answers {1} as all others do", name, error.Name);
            }
        }
    }

    [Test]
    public async Task H2_no_text_speaks_of_our_rules_or_of_what_is_stored()
    {
        var text = (await App.Anonymous().GetAsync("/swagger/v1/swagger.json")).ShouldBe(200).Text;

        text.Should().NotMatchRegex(@"[( ][EASPLWHFCM]\d{1,2}[),. ]").And.NotContain("renumber");
    }

    [Test]
    public async Task H2_calls_that_need_a_session_say_so()
    {
        var calls = Calls((await App.Anonymous().GetAsync("/swagger/v1/swagger.json")).Json).ToDictionary(call => call.Name, call => call.Call);

        calls["get /api/auth/me"].GetProperty("responses").TryGetProperty("401", out _).Should().BeTrue();
        calls["get /api/auth/me"].GetProperty("security")[0].TryGetProperty("session", out _).Should().BeTrue();
        calls["post /api/auth/register"].TryGetProperty("security", out _).Should().BeFalse();
    }

    [Test]
    public async Task H2_examples_can_be_sent_as_they_stand()
    {
        var document = (await App.Anonymous().GetAsync("/swagger/v1/swagger.json")).Json;
        var register = document.GetProperty("components").GetProperty("schemas").GetProperty("RegisterRequest");
        var example = register.GetProperty("properties").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetProperty("example"));

        (await App.Anonymous().PostAsync("/api/auth/register", example)).ShouldBe(201);
        register.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Should().BeEquivalentTo("email", "password", "workspaceName");
    }

    private static IEnumerable<(string Name, JsonElement Call)> Calls(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        select ($"{method.Name} {path.Name}", method.Value);
}
