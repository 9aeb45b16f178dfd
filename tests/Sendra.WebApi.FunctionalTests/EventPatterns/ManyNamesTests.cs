using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventPatterns;

/// <summary>More names than a statement can have parameters.</summary>
public sealed class ManyNamesTests(string provider) : FunctionalTest(provider)
{
    // SQLite takes 32,766.
    private const int Calls = 33;
    private const int PerCall = 1_000;

    [Test]
    public async Task P3_W8_one_call_declares_tens_of_thousands_of_names_and_40_000_there_may_be()
    {
        var ada = await App.RegisterAsync();
        for (var call = 0; call < Calls; call++)
        {
            var events = Enumerable.Range(call * PerCall, PerCall).Select(number => new { email = "bob@example.com", eventName = $"e{number}" });
            (await ada.PostAsync("/api/events/batch", new { events })).ShouldBe(200);
        }

        var answer = (await ada.PostAsync("/api/event-patterns/declare-undeclared", new { })).ShouldBe(200).Json;

        answer.GetProperty("declared").GetArrayLength().Should().Be(Calls * PerCall);
        (await App.Database.CountAsync("event_patterns")).Should().Be(Calls * PerCall);
        (await ada.GetAsync("/api/event-patterns/health")).ShouldBe(200);

        await BoundAsync(ada);
    }

    // 40,000, which takes a while to reach but from here.
    private static async Task BoundAsync(TestClient ada)
    {
        for (var call = 0; call < 6; call++)
        {
            (await DeclareAsync(ada, call * PerCall, PerCall)).ShouldBe(200);
        }

        var last = (await DeclareAsync(ada, 6 * PerCall - 15, PerCall)).ShouldBe(200).Json;
        last.GetProperty("declared").GetArrayLength().Should().Be(PerCall);
        (await DeclareAsync(ada, 7 * PerCall - 15, 14)).ShouldBe(200);
        var beyond = (await DeclareAsync(ada, 7 * PerCall - 1, 20)).ShouldBe(200).Json;

        beyond.GetProperty("declared").GetArrayLength().Should().Be(1, "one place is left");
        beyond.GetProperty("refused").GetArrayLength().Should().Be(19);
        beyond.GetProperty("refused")[0].Text("reason").Should().Contain("40000 event patterns");
        (await ada.PostAsync("/api/event-patterns", new { name = "oneMore" })).ShouldBeProblem(409, "tooManyPatterns");
        (await ada.PostAsync("/api/event-patterns", new { name = "n7" })).ShouldBe(200);
    }

    private static Task<Answer> DeclareAsync(TestClient client, int from, int count) =>
        client.PostAsync("/api/event-patterns/declare-undeclared", new { names = Enumerable.Range(from, count).Select(number => $"n{number}") });
}
